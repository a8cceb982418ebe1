import type { CheckInput } from '#shared/checks/check-input.ts';
import type { CoverageChange } from '#shared/checks/session/coverage-change.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';
import { checkInputOf } from '#shared/jobs/check.ts';

type Checked = RecordOf<RecordKind>;

/** The records that the proof of 横到边 reads, by kind, in the order of the document. */
export class SessionRecords {
  private readonly byKind = new Map<string, Map<string, Checked>>();
  private readonly on: string;

  constructor(records: Iterable<Checked>, on: string) {
    this.on = on;
    for (const record of records) this.ofKind(record.kind).set(record.id, record);
  }

  /** What the check is asked. */
  input(): CheckInput {
    const records = [...this.byKind.values()].flatMap((ofKind) => [...ofKind.values()]);
    return checkInputOf({ records, on: this.on });
  }

  /** Takes up a change; what it means for the coverage, null when nothing. */
  apply(
    put: readonly Checked[],
    removed: readonly { kind: string; id: string }[],
  ): CoverageChange | null {
    const kinds = new Set([...put, ...removed].map(({ kind }) => kind));
    for (const { kind, id } of removed) this.ofKind(kind).delete(id);
    for (const record of put) this.ofKind(record.kind).set(record.id, record);
    const part = <Kind extends 'zone' | 'point' | 'exception'>(kind: Kind) =>
      kinds.has(kind) && {
        put: put.filter((record): record is RecordOf<Kind> => record.kind === kind),
        removed: removed.filter((gone) => gone.kind === kind).map(({ id }) => id),
      };
    const [zones, points, exceptions] = [part('zone'), part('point'), part('exception')];
    const whole = kinds.has('district') || kinds.has('project');
    if (!zones && !points && !exceptions && !whole) return null;
    return {
      ...(zones && { zones }),
      ...(points && { points }),
      ...(exceptions && { exceptions }),
      ...(whole && { rest: this.rest() }),
    };
  }

  private rest(): NonNullable<CoverageChange['rest']> {
    const { boundary, issueClasses, toleranceM } = this.input();
    return { boundary, issueClasses, toleranceM };
  }

  private ofKind(kind: string): Map<string, Checked> {
    let records = this.byKind.get(kind);
    if (!records) {
      records = new Map();
      this.byKind.set(kind, records);
    }
    return records;
  }
}
