import { defaultToleranceM, type CheckInput } from '#shared/checks/check-input.ts';
import type { CoverageChange } from '#shared/checks/session/coverage-change.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';

type Checked = RecordOf<RecordKind>;

/** The records that checks read, by kind, in the order of the document. */
export class SessionRecords {
  private readonly byKind = new Map<string, Map<string, Checked>>();
  private readonly on: string;

  constructor(records: Iterable<Checked>, on: string) {
    this.on = on;
    for (const record of records) this.ofKind(record.kind).set(record.id, record);
  }

  /** What both checks are asked. */
  input(): CheckInput {
    const district = this.all('district')[0] ?? null;
    return {
      boundary: district,
      district,
      streets: this.all('street'),
      communities: this.all('community'),
      zones: this.all('zone'),
      points: this.all('point'),
      people: this.all('person'),
      posts: this.all('post'),
      exceptions: this.all('exception'),
      roles: this.all('project')[0]?.schemes.roles ?? [],
      issueClasses: this.all('project')[0]?.schemes.issueClasses ?? [],
      on: this.on,
      planar: false,
      toleranceM: defaultToleranceM,
    };
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
    const { boundary, issueClasses } = this.input();
    return {
      ...(zones && { zones }),
      ...(points && { points }),
      ...(exceptions && { exceptions }),
      ...(whole && { rest: { boundary, issueClasses } }),
    };
  }

  private all<Kind extends RecordKind>(kind: Kind): RecordOf<Kind>[] {
    return [...this.ofKind(kind).values()] as RecordOf<Kind>[];
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
