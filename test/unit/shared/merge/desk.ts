import type { AuditRow } from '#shared/edits/audit.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import { Document } from '#shared/edits/document.ts';
import { History, type Step } from '#shared/edits/history.ts';
import { lostNeeds } from '#shared/merge/lost-needs.ts';
import { planMerge } from '#shared/merge/plan-merge.ts';
import { type Choice, settle } from '#shared/merge/settle.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';

let lastId = 0;
const newId = () => `00000000-0000-4000-9000-${String(++lastId).padStart(12, '0')}`;

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const person = (n: number, name: string, organisation?: number): AnyRecord =>
  parseRecord({
    kind: 'person',
    id: idOf(n),
    name,
    organisationId: organisation === undefined ? null : idOf(organisation),
  });

export const organisation = (n: number, name = `单位${n}`, parent?: number): AnyRecord =>
  parseRecord({
    kind: 'organisation',
    id: idOf(n),
    name,
    parentId: parent === undefined ? null : idOf(parent),
  });

/** A copy of a project on somebody's laptop. */
export class Desk {
  readonly author: string;
  document: Document;
  history: History;

  constructor(author: string, records: readonly AnyRecord[], audit: readonly AuditRow[] = []) {
    this.author = author;
    this.document = new Document(records);
    this.history = new History(audit);
  }

  /** A copy of the copy, as a file carries it to another laptop. */
  carryTo(author: string): Desk {
    return new Desk(author, this.copy.records, structuredClone(this.copy.audit));
  }

  get copy() {
    return { records: [...this.document.everything()], audit: [...this.history.rows] };
  }

  get content(): Map<string, AnyRecord> {
    return new Map(this.copy.records.map((record) => [record.id, record]));
  }

  put(...records: AnyRecord[]): void {
    this.run(putRecords(this.document, { records }));
  }

  remove(...numbers: number[]): void {
    this.run(removeRecords(this.document, { ids: numbers.map(idOf) }));
  }

  undo(): void {
    this.take(this.history.undoStep());
  }

  redo(): void {
    this.take(this.history.redoStep());
  }

  plan(other: Desk) {
    const plan = planMerge(this.copy, other.copy);
    if ('refused' in plan) throw new Error(plan.refused);
    return plan;
  }

  /**
   * Merges the other copy; every conflict is settled the same way, or each as it is said, unless something would need
   * what goes. Answers how each came out.
   */
  merge(
    other: Desk,
    choice: Choice | ((id: string) => Choice) = 'mine',
  ): ReadonlyMap<string, Choice> {
    const plan = this.plan(other);
    const chosen = (id: string) => (typeof choice === 'string' ? choice : choice(id));
    const choices = new Map(plan.conflicts.map(({ id }) => [id, chosen(id)]));
    for (const _ of plan.conflicts) {
      for (const id of lostNeeds(plan, choices)) {
        choices.set(id, choices.get(id) === 'mine' ? 'theirs' : 'mine');
      }
    }
    const label = { key: 'edit.merged', params: {} };
    const { rows: merged } = plan;
    this.run(takeOver(this.document, { ...settle(plan, choices), label, merged }));
    return choices;
  }

  private run(result: CommandResult): void {
    if ('refused' in result) return;
    const { label, patch, merged, keptOut } = result;
    const more = { ...(merged && { merged }), ...(keptOut && { keptOut }) };
    this.take({ action: 'edit', of: null, label, patch, ...more });
  }

  private take(step: Step | null): void {
    if (!step) return;
    const sequence = this.history.nextSequence;
    const time = new Date(Date.UTC(2026, 4, 1) + sequence * 60_000).toISOString();
    this.document.apply(step.patch);
    this.history.append({ id: newId(), sequence, time, author: this.author, ...step });
  }
}

/** A project with the organisations 10–12 and the people 20–24. */
export function smallOffice(): Desk {
  const project = parseRecord({
    kind: 'project',
    id: idOf(1),
    name: '海淀',
    createdAt: '2026-04-01T00:00:00.000Z',
    schemes: { roles: [], issueClasses: [], pointKinds: [], negativeList: [] },
  });
  return new Desk('甲', [
    project,
    ...[10, 11, 12].map((n) => organisation(n)),
    ...[20, 21, 22, 23, 24].map((n) => person(n, `人${n}`)),
  ]);
}
