import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import { recordKinds } from '#shared/model/record.ts';
import type { Patch } from './patch.ts';
import { RecordPlaces } from './record-places.ts';

type Listener = (patch: Patch) => void;

export type { DocumentView };

/**
 * All living records of one project, in memory. `apply` is the only writer: map, indexes, checks,
 * autosave and the other windows are fed by its listeners.
 */
export class Document implements DocumentView {
  /** What is at each place; a copy has the same places, so that to make one costs next to nothing. */
  private records: (AnyRecord | undefined)[] = [];
  private places = new RecordPlaces();
  private lists = new Map<RecordKind, readonly AnyRecord[]>();
  private readonly listeners = new Set<Listener>();

  constructor(records: Iterable<AnyRecord> = []) {
    for (const record of records) this.put(record);
  }

  /** The same records as a document of its own, which nobody follows yet. */
  copy(): Document {
    const copy = new Document();
    copy.places = this.places;
    copy.records = this.records.slice();
    copy.lists = new Map(this.lists);
    return copy;
  }

  get(id: string): AnyRecord | undefined {
    const place = this.places.of(id);
    return place === undefined ? undefined : this.records[place];
  }

  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    const record = this.get(id);
    return record?.kind === kind ? (record as RecordOf<K>) : undefined;
  }

  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    let list = this.lists.get(kind);
    if (!list) {
      const here: AnyRecord[] = [];
      for (const place of this.places.ofKind(kind)) {
        const record = this.records[place];
        if (record?.kind === kind) here.push(record);
      }
      list = here;
      this.lists.set(kind, list);
    }
    return list as readonly RecordOf<K>[];
  }

  /** Every record, project first, in the order of the kinds. */
  *everything(): Generator<AnyRecord> {
    for (const kind of recordKinds) yield* this.all(kind);
  }

  /**
   * Changes the document and tells the listeners.
   * @throws Error when the patch does not fit: it adds an id that is taken, or updates or removes
   *   one that is not there. The document is then unchanged.
   */
  apply(patch: Patch): void {
    for (const id of Object.keys(patch.added)) {
      if (this.get(id)) throw new Error(`patch adds ${id}, which exists`);
    }
    for (const id of [...Object.keys(patch.updated), ...Object.keys(patch.removed)]) {
      if (!this.get(id)) throw new Error(`patch changes ${id}, which does not exist`);
    }
    for (const record of Object.values(patch.removed)) this.take(record);
    for (const [, to] of Object.values(patch.updated)) this.put(to);
    for (const record of Object.values(patch.added)) this.put(record);
    for (const listener of this.listeners) listener(patch);
  }

  /** Calls `listener` after each patch; the returned function ends it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(record: AnyRecord): void {
    const place = this.places.give(record.id, record.kind);
    const before = this.records[place];
    if (before) this.lists.delete(before.kind);
    // Places that only a copy has filled so far; without them the list would have gaps.
    while (this.records.length < place) this.records.push(undefined);
    this.records[place] = record;
    this.lists.delete(record.kind);
  }

  private take(record: AnyRecord): void {
    const place = this.places.of(record.id);
    if (place !== undefined) this.records[place] = undefined;
    this.lists.delete(record.kind);
  }
}
