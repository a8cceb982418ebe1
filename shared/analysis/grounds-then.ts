import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainInput } from '#shared/chain/chain-input.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';

/** What was redrawn on a day (`YYYY-MM-DD`), as it stood before; null for what was not there. */
interface Redrawn {
  day: string;
  before: readonly (readonly [id: string, record: AnyRecord | null])[];
}

/**
 * The chain on the ground of days gone by: an index for each state of the ground, made when a day of
 * it is asked for. People and posts are those of now; their terms tell who was in office.
 */
export class GroundsThen {
  private readonly input: ChainInput;
  private readonly now: ChainIndex;
  /** Oldest first. */
  private readonly log: readonly Redrawn[];
  private readonly made = new Map<number, ChainIndex>();

  constructor(now: ChainIndex, input: ChainInput, log: readonly Redrawn[]) {
    this.now = now;
    this.input = input;
    this.log = log;
  }

  /** The chain on the ground as it was at the end of a day. */
  indexOn(day: string): ChainIndex {
    // What was redrawn up to that day, that day included, stays.
    const kept = this.log.filter((redrawn) => redrawn.day <= day).length;
    if (kept === this.log.length) return this.now;
    let index = this.made.get(kept);
    if (!index) {
      index = this.make(kept);
      this.made.set(kept, index);
    }
    return index;
  }

  private make(kept: number): ChainIndex {
    const then = new Map<string, AnyRecord | null>();
    for (let i = this.log.length - 1; i >= kept; i--) {
      for (const [id, record] of this.log[i]?.before ?? []) then.set(id, record);
    }
    const before = <K extends RecordKind>(kind: K, records: readonly RecordOf<K>[]) => {
      const known = new Set(records.map(({ id }) => id));
      const kept = records.flatMap((record) => {
        const old = then.get(record.id);
        return old === undefined ? [record] : old ? [old as RecordOf<K>] : [];
      });
      for (const [id, record] of then) {
        if (record?.kind === kind && !known.has(id)) kept.push(record as RecordOf<K>);
      }
      return kept;
    };
    const { district, streets, communities, zones, points } = this.input;
    const oldDistrict = then.get(district?.id ?? '');
    return new ChainIndex({
      ...this.input,
      district: oldDistrict?.kind === 'district' ? oldDistrict : district,
      streets: before('street', streets),
      communities: before('community', communities),
      zones: before('zone', zones),
      points: before('point', points),
    });
  }
}
