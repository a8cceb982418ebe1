import type { TableRow } from '#shared/formats/table.ts';
import { type DayOrder, findDayOrder, parseMoment } from '#shared/formats/values/moment.ts';
import { parseStatus } from '#shared/formats/values/status.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { Issue } from '#shared/model/issue.ts';
import { type IssueChunk, packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { Duplicates } from './duplicates.ts';
import type { ImportDraft } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { replaceIssues } from './replace-issues.ts';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';
import { rowPosition } from './row-place.ts';
import { RowReader } from './row-reader.ts';
import { SchemeList } from './scheme-lists.ts';
import { stableId } from './stable-id.ts';

const dayMs = 86_400_000;
const textLimit = 2000;

type DateField = 'foundAt' | 'dueAt' | 'closedAt';

/** What became of the issues of one table. */
export interface IssueCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** Rows whose description was longer than an issue keeps. */
  cut: number;
  /** Words for a status that nobody knows, with the rows that have them. */
  statuses: Map<string, number>;
}

/** Issues: new ones are packed into chunks, known ones (same number or id) are changed in place. */
export class IssuePlanner {
  readonly classes: SchemeList;
  readonly counts: IssueCounts = {
    added: 0,
    updated: 0,
    unchanged: 0,
    cut: 0,
    statuses: new Map(),
  };
  private readonly source: ImportSource;
  private readonly draft: ImportDraft;
  private readonly context: PlanContext;
  private readonly reader: RowReader;
  private readonly offset: number;
  private readonly orders = new Map<DateField, DayOrder>();
  private readonly seen = new Map<string, { row: number; index: number }>();
  private readonly duplicates: Duplicates;
  private readonly fresh: Issue[] = [];
  private readonly places = new Map<string, [chunk: IssueChunk, index: number]>();
  private readonly changes = new Map<IssueChunk, Map<number, Issue>>();

  constructor(source: ImportSource, draft: ImportDraft, context: PlanContext) {
    this.source = source;
    this.draft = draft;
    this.context = context;
    this.reader = new RowReader(source);
    this.duplicates = new Duplicates(source, context);
    this.classes = new SchemeList(draft, 'issueClasses', source.mapping);
    this.offset = draft.all('project')[0]?.utcOffsetMinutes ?? 480;
    for (const field of ['foundAt', 'dueAt', 'closedAt'] as const) {
      const cells = source.table.rows.map((row) => this.reader.cell(row, field));
      this.orders.set(field, findDayOrder(cells));
    }
    for (const chunk of draft.all('issueChunk')) {
      for (let index = 0; index < chunk.count; index += 1) {
        this.places.set(chunk.ids[index] as string, [chunk, index]);
      }
    }
  }

  read(row: TableRow): void {
    const issue = this.issueOf(row);
    const place = this.places.get(issue.id);
    const earlier = this.seen.get(issue.id);
    if (earlier) {
      this.duplicates.repeated(row, this.keyOf(row), issue.text.slice(0, 40), earlier.row);
      // Of two rows about one issue the later says how it stands.
      if (!place) {
        this.fresh[earlier.index] = issue;
        return;
      }
    }
    this.seen.set(issue.id, { row: row.number, index: this.fresh.length });
    if (!place) {
      this.fresh.push(issue);
      this.counts.added += 1;
      return;
    }
    const [chunk, index] = place;
    const known = unpackIssue(chunk, index);
    // Numbers that were masked on the way out are known here in full.
    if (maskPhonesIn(known.text) === issue.text) issue.text = known.text;
    if (sameIssue(known, issue)) {
      this.counts.unchanged += 1;
      return;
    }
    this.duplicates.known(row, this.keyOf(row), issue.text.slice(0, 40), null);
    const changes = this.changes.get(chunk) ?? new Map<number, Issue>();
    this.changes.set(chunk, changes.set(index, issue));
    this.counts.updated += 1;
  }

  /** Puts the chunks into the draft. */
  save(): void {
    for (const [chunk, changes] of this.changes) this.draft.put(replaceIssues(chunk, changes));
    for (const chunk of packIssues(this.fresh, this.context.newId)) this.draft.put(chunk);
    this.classes.save();
  }

  private keyOf(row: TableRow): string {
    return this.reader.text(row, 'number') || this.reader.text(row, 'id');
  }

  private issueOf(row: TableRow): Issue {
    const position = rowPosition(row, this.reader, this.source.mapping.swapped);
    const found = this.moment(row, 'foundAt');
    if (found === null) throw new RowRefused('noDate', { column: this.reader.name('foundAt') });
    const issueClass = this.classes.keyOf(this.reader.text(row, 'issueClass'));
    const closed = this.moment(row, 'closedAt');
    const due = this.reader.has('dueAt')
      ? this.moment(row, 'dueAt')
      : this.dueByClass(found, issueClass);
    const lostPoints = this.reader.number(row, 'lostPoints') ?? 0;
    if (lostPoints < 0 || lostPoints > 1000) {
      throw new RowRefused('badNumber', {
        column: this.reader.name('lostPoints'),
        value: lostPoints,
      });
    }
    const facts = {
      issueClass,
      status: this.status(row, closed),
      position,
      foundAt: new Date(found).toISOString(),
      dueAt: due === null ? null : new Date(due).toISOString(),
      closedAt: closed === null ? null : new Date(closed).toISOString(),
      text: this.description(row),
      lostPoints,
    };
    return { kind: 'issue', id: this.idOf(row, facts), ...facts };
  }

  /** The row's own id, else one made of its number, else of what it says and how often it says it. */
  private idOf(row: TableRow, facts: Omit<Issue, 'kind' | 'id'>): string {
    const own = ownId(this.reader.text(row, 'id'));
    if (own) return own;
    const number = this.reader.text(row, 'number', 200);
    // The heading stands for the list that the number comes from: two lists may both have a 1.
    if (number !== '') return stableId(`number\n${this.reader.name('number')}\n${number}`);
    const { issueClass, position, foundAt, text } = facts;
    const content = JSON.stringify([issueClass, position, foundAt, text]);
    for (let copy = 1; ; copy += 1) {
      const id = stableId(`content\n${content}\n${copy}`);
      if (!this.seen.has(id)) return id;
    }
  }

  private moment(row: TableRow, field: DateField): number | null {
    const cell = this.reader.cell(row, field);
    if (cell === null || cell === '') return null;
    const time = parseMoment(cell, this.offset, this.orders.get(field));
    if (time !== null) return time;
    throw new RowRefused('badDate', {
      column: this.reader.name(field),
      value: String(cell).slice(0, 40),
    });
  }

  private dueByClass(found: number, issueClass: string): number | null {
    const days = this.classes.daysOf(issueClass);
    return days === null ? null : found + days * dayMs;
  }

  private status(row: TableRow, closed: number | null): Issue['status'] {
    const text = this.reader.text(row, 'status');
    const status = text === '' ? null : parseStatus(text);
    if (status !== null) return status;
    if (text !== '') {
      const word = text.slice(0, 40);
      this.counts.statuses.set(word, (this.counts.statuses.get(word) ?? 0) + 1);
    }
    return closed === null ? 'reported' : 'closed';
  }

  private description(row: TableRow): string {
    const text = this.reader.text(row, 'text', 100_000);
    if (text.length <= textLimit) return text;
    this.counts.cut += 1;
    return `${text.slice(0, textLimit - 1)}…`;
  }
}

function sameIssue(a: Issue, b: Issue): boolean {
  return (
    a.issueClass === b.issueClass &&
    a.status === b.status &&
    a.position[0] === b.position[0] &&
    a.position[1] === b.position[1] &&
    a.foundAt === b.foundAt &&
    a.dueAt === b.dueAt &&
    a.closedAt === b.closedAt &&
    a.text === b.text &&
    a.lostPoints === b.lostPoints
  );
}

/** Positions of all issues of a chunk, [longitude, latitude]. */
export function* chunkPositions(chunk: IssueChunk): Generator<[number, number]> {
  for (let index = 0; index < chunk.count; index += 1) {
    yield [fromGrid(chunk.longitude[index] as number), fromGrid(chunk.latitude[index] as number)];
  }
}
