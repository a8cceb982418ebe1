import { type RecordKind, recordKinds } from '#shared/model/record.ts';

/**
 * Which place in a list of records each id has, and which places hold records of a kind. A place is given once
 * and stays with its id, so a document and its copies have one of these among them, whatever they hold there.
 */
export class RecordPlaces {
  private readonly byId = new Map<string, number>();
  private readonly byKind = new Map<RecordKind, number[]>(recordKinds.map((kind) => [kind, []]));
  /** The kind that a place was given for. */
  private readonly kinds: RecordKind[] = [];

  /** The place of an id; undefined when it has none. */
  of(id: string): number | undefined {
    return this.byId.get(id);
  }

  /** The place of an id, which is given one if it has none. */
  give(id: string, kind: RecordKind): number {
    const known = this.byId.get(id);
    if (known !== undefined) {
      // An id that has become another kind is found among both.
      const places = this.ofKind(kind);
      if (this.kinds[known] !== kind && !places.includes(known)) places.push(known);
      return known;
    }
    const place = this.byId.size;
    this.byId.set(id, place);
    this.kinds.push(kind);
    this.ofKind(kind).push(place);
    return place;
  }

  /** Places at which records of a kind may be, in the order in which they were given. */
  ofKind(kind: RecordKind): number[] {
    return this.byKind.get(kind)!;
  }
}
