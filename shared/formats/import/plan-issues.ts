import type { TableRow } from '#shared/formats/table.ts';
import { type DayOrder, findDayOrder } from '#shared/formats/values/moment.ts';
import { parseStatus } from '#shared/formats/values/status.ts';
import { ChunkWriter } from '#shared/model/chunk-writer.ts';
import { type IssueStatus, issueStatuses } from '#shared/model/issue.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import {
  factsAt,
  type IssueFacts,
  noFacts,
  positionOfFacts,
  sameFacts,
} from '#shared/model/issue-facts.ts';
import { wordsOfId } from '#shared/model/id-words.ts';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';
import { sameText, textOfPart } from '#shared/model/text-part.ts';
import { Duplicates } from './duplicates.ts';
import type { FieldReader } from './field-reader.ts';
import type { ImportDraft } from './import-draft.ts';
import { KnownIssues } from './known-issues.ts';
import { IssueFactsAhead } from './issue-facts-ahead.ts';
import { IssueReader } from './issue-reader.ts';
import type { ImportSource, PlanContext } from './plan.ts';
import { replaceIssues } from './replace-issues.ts';
import { SchemeList } from './scheme-lists.ts';
import { stableId } from './stable-id.ts';

const dayMs = 86_400_000;
const reported = issueStatuses.indexOf('reported');
const closed = issueStatuses.indexOf('closed');

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
  private readonly reader: IssueReader;
  private readonly ahead: IssueFactsAhead | null;
  private readonly orders = new Map<FieldReader, DayOrder>();
  private readonly duplicates: Duplicates;
  private readonly known: KnownIssues;
  private readonly fresh: ChunkWriter;
  private readonly changes = new Map<IssueChunk, Map<number, IssueFacts>>();
  /** Of the row at hand. */
  private readonly facts = noFacts();
  private readonly id = new Uint32Array(4);
  /** Class of each word; what a word cannot be is found out at each of its rows. */
  private readonly classKeys: string[] = [];
  private readonly statuses: number[] = [];

  constructor(source: ImportSource, draft: ImportDraft, context: PlanContext) {
    this.source = source;
    const offset = draft.all('project')[0]?.utcOffsetMinutes ?? 480;
    this.reader = new IssueReader(source, offset, (field) => this.orderOf(field));
    const blocks = source.ahead?.(offset);
    this.ahead = blocks ? new IssueFactsAhead(this.reader, blocks) : null;
    this.duplicates = new Duplicates(source, context);
    this.classes = new SchemeList(draft, 'issueClasses', source.mapping);
    this.draft = draft;
    const { length } = source.table.rows;
    this.known = new KnownIssues(draft.all('issueChunk'), length);
    this.fresh = new ChunkWriter(context.newId, length);
  }

  /** Waits for what others read of the rows up to one, given by its number. */
  async prepare(rowNumber: number): Promise<void> {
    await this.ahead?.reach(rowNumber);
  }

  read(row: TableRow): void {
    const { facts, known } = this;
    const isRead = this.ahead?.take(row.number, this.id) ?? 'nothing';
    if (isRead === 'nothing') this.reader.read(row);
    this.takeFacts();
    if (isRead !== 'all' && !this.reader.readId(row, this.id)) this.readContentId();
    const number = known.numberOf(this.id);
    const earlier = known.rowOf(number);
    const isNew = number >= known.count;
    if (earlier > 0) {
      this.duplicates.repeated(row, this.keyOf(row), this.name(), earlier);
      // Of two rows about one issue the later says how it stands.
      if (isNew) {
        this.fresh.set(number - known.count, facts);
        return;
      }
    }
    known.noteRow(number, row.number);
    if (isNew) {
      this.fresh.add(this.id, facts);
      this.counts.added += 1;
    } else this.change(row, number);
  }

  /** Puts the chunks into the draft. */
  save(): void {
    for (const [chunk, changes] of this.changes) this.draft.put(replaceIssues(chunk, changes));
    for (const chunk of this.fresh.finish()) this.draft.put(chunk);
    this.classes.save();
  }

  private change(row: TableRow, number: number): void {
    const { facts } = this;
    const { chunk, index } = this.known.placeOf(number);
    const before = factsAt(chunk, index);
    // Numbers that were masked on the way out are known here in full.
    if (!sameText(before.text, facts.text)) {
      const masked = maskPhonesIn(textOfPart(before.text));
      if (masked === textOfPart(facts.text)) facts.text = before.text;
    }
    if (sameFacts(before, facts)) {
      this.counts.unchanged += 1;
      return;
    }
    this.duplicates.known(row, this.keyOf(row), this.name(), null);
    const changes = this.changes.get(chunk) ?? new Map<number, IssueFacts>();
    this.changes.set(chunk, changes.set(index, { ...facts, text: { ...facts.text } }));
    this.counts.updated += 1;
  }

  private keyOf(row: TableRow): string {
    const { fields } = this.reader;
    return fields.number.text(row) || fields.id.text(row);
  }

  /** What the row at hand is called in lists. */
  private name(): string {
    return textOfPart(this.facts.text).slice(0, 40);
  }

  /** Takes over what the reader has found, by what the project knows. @throws RowRefused */
  private takeFacts(): void {
    const { facts, counts } = this;
    const read = this.reader.facts;
    facts.issueClass = this.classOf(read.classWord);
    facts.longitude = read.longitude;
    facts.latitude = read.latitude;
    facts.foundAt = read.foundAt;
    facts.closedAt = read.closedAt;
    facts.dueAt = this.reader.fields.dueAt.isThere
      ? read.dueAt
      : read.foundAt + (this.classes.daysOf(facts.issueClass) ?? Number.NaN) * dayMs;
    facts.lostPoints = read.lostPoints;
    facts.status = this.statusOf(read.statusWord);
    facts.text = read.text;
    if (read.isCut) counts.cut += 1;
  }

  /** The id of a row that has neither one nor a number: of what it says and how often it says it. */
  private readContentId(): void {
    const { issueClass, foundAt } = this.facts;
    const text = textOfPart(this.facts.text);
    const position = positionOfFacts(this.facts);
    const content = JSON.stringify([issueClass, position, new Date(foundAt).toISOString(), text]);
    for (let copy = 1; ; copy += 1) {
      wordsOfId(stableId(`content\n${content}\n${copy}`), this.id);
      if (!this.known.isRead(this.id)) return;
    }
  }

  /** Order of day and month in a column, looked for when the first date comes that needs it. */
  private orderOf(field: FieldReader): DayOrder {
    let order = this.orders.get(field);
    if (!order) {
      order = findDayOrder(this.source.table.rows.map((row) => field.cell(row)));
      this.orders.set(field, order);
    }
    return order;
  }

  /** @throws RowRefused */
  private classOf(word: number): string {
    const known = this.classKeys[word];
    if (known !== undefined) return known;
    const key = this.classes.keyOf(this.reader.classWords.texts[word] as string);
    this.classKeys[word] = key;
    return key;
  }

  private statusOf(word: number): number {
    const byDate = Number.isNaN(this.facts.closedAt) ? reported : closed;
    if (word < 0) return byDate;
    const text = this.reader.statusWords.texts[word] as string;
    const status = (this.statuses[word] ??= issueStatuses.indexOf(
      parseStatus(text) as IssueStatus,
    ));
    if (status >= 0) return status;
    const shown = text.slice(0, 40);
    this.counts.statuses.set(shown, (this.counts.statuses.get(shown) ?? 0) + 1);
    return byDate;
  }
}
