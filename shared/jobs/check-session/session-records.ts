import type { CheckInput } from '#shared/checks/check-input.ts';
import type { CoverageChange } from '#shared/checks/session/coverage-change.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
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

  /** The records as commands read them. */
  view(): DocumentView {
    const all = <K extends RecordKind>(kind: K) =>
      [...(this.byKind.get(kind)?.values() ?? [])] as unknown as readonly RecordOf<K>[];
    const lists = new Map<RecordKind, readonly unknown[]>();
    const get = (id: string) => {
      for (const ofKind of this.byKind.values()) {
        const record = ofKind.get(id);
        if (record) return record;
      }
      return undefined;
    };
    return {
      get,
      find: (kind, id) => this.byKind.get(kind)?.get(id) as never,
      all: (kind) => {
        const list = lists.get(kind) ?? all(kind);
        lists.set(kind, list);
        return list as never;
      },
    };
  }

  /** Issues are no business of the check, but of what fixes mean. */
  putIssues(put: readonly Checked[], gone: readonly string[]): void {
    const chunks = this.ofKind('issueChunk');
    for (const id of gone) chunks.delete(id);
    for (const chunk of put) chunks.set(chunk.id, chunk);
  }

  /** All records, issues too where they were told. */
  everything(): Checked[] {
    return [...this.byKind.values()].flatMap((ofKind) => [...ofKind.values()]);
  }

  /** What the check is asked. */
  input(): CheckInput {
    return checkInputOf({ records: this.everything(), on: this.on });
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
