import type { TableRow } from '#shared/formats/table.ts';
import { type DayOrder, findDayOrder, parseMoment } from '#shared/formats/values/moment.ts';
import { plainMomentIn } from '#shared/formats/values/plain.ts';
import { parseStatus } from '#shared/formats/values/status.ts';
import { toGrid } from '#shared/geo/grid.ts';
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
import {
  emptyPart,
  partOfText,
  sameText,
  type TextPart,
  textOfPart,
  unitCount,
} from '#shared/model/text-part.ts';
import { Duplicates } from './duplicates.ts';
import type { ImportDraft } from './import-draft.ts';
import { KnownIssues } from './known-issues.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { replaceIssues } from './replace-issues.ts';
import { rowPosition } from './row-place.ts';
import { RowReader } from './row-reader.ts';
import { SchemeList } from './scheme-lists.ts';
import { StableIds, stableId } from './stable-id.ts';
import { TextDictionary } from './text-dictionary.ts';

const dayMs = 86_400_000;
const textLimit = 2000;
const nothing = emptyPart();
const reported = issueStatuses.indexOf('reported');
const closed = issueStatuses.indexOf('closed');

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
  private readonly reader: RowReader;
  private readonly offset: number;
  private readonly orders = new Map<DateField, DayOrder>();
  private readonly duplicates: Duplicates;
  private readonly known: KnownIssues;
  private readonly fresh: ChunkWriter;
  private readonly changes = new Map<IssueChunk, Map<number, IssueFacts>>();
  private readonly numberIds: StableIds;
  /** Of the row at hand. */
  private readonly facts = noFacts();
  private readonly text = emptyPart();
  private readonly id = new Uint32Array(4);
  private readonly classWords = new TextDictionary();
  private readonly statusWords = new TextDictionary();
  /** Class of each word; what a word cannot be is found out at each of its rows. */
  private readonly classKeys: string[] = [];
  private readonly statuses: number[] = [];

  constructor(source: ImportSource, draft: ImportDraft, context: PlanContext) {
    this.source = source;
    this.reader = new RowReader(source);
    this.duplicates = new Duplicates(source, context);
    this.classes = new SchemeList(draft, 'issueClasses', source.mapping);
    this.draft = draft;
    this.offset = draft.all('project')[0]?.utcOffsetMinutes ?? 480;
    const { length } = source.table.rows;
    this.known = new KnownIssues(draft.all('issueChunk'), length);
    this.fresh = new ChunkWriter(context.newId, length);
    // The heading stands for the list that the number comes from: two lists may both have a 1.
    this.numberIds = new StableIds(`number\n${this.reader.name('number')}\n`);
  }

  read(row: TableRow): void {
    const { facts, known } = this;
    this.readFacts(row);
    this.readId(row);
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
    return this.reader.text(row, 'number') || this.reader.text(row, 'id');
  }

  /** What the row at hand is called in lists. */
  private name(): string {
    return textOfPart(this.facts.text).slice(0, 40);
  }

  /** Takes in what a row says. @throws RowRefused */
  private readFacts(row: TableRow): void {
    const { facts, reader } = this;
    const [longitude, latitude] = rowPosition(row, reader, this.source.mapping.swapped);
    const foundAt = this.moment(row, 'foundAt');
    if (Number.isNaN(foundAt)) throw new RowRefused('noDate', { column: reader.name('foundAt') });
    facts.issueClass = this.classOf(row);
    facts.closedAt = this.moment(row, 'closedAt');
    facts.dueAt = reader.has('dueAt')
      ? this.moment(row, 'dueAt')
      : foundAt + (this.classes.daysOf(facts.issueClass) ?? Number.NaN) * dayMs;
    const lostPoints = reader.number(row, 'lostPoints') ?? 0;
    if (lostPoints < 0 || lostPoints > 1000) {
      throw new RowRefused('badNumber', { column: reader.name('lostPoints'), value: lostPoints });
    }
    facts.longitude = toGrid(longitude);
    facts.latitude = toGrid(latitude);
    facts.foundAt = foundAt;
    facts.lostPoints = lostPoints;
    facts.status = this.statusOf(row);
    facts.text = this.description(row);
  }

  /** The row's own id, else one made of its number, else of what it says and how often it says it. */
  private readId(row: TableRow): void {
    const own = this.reader.has('id') ? ownId(this.reader.text(row, 'id')) : null;
    if (own !== null) return wordsOfId(own, this.id);
    const number = this.reader.part(row, 'number', 200);
    if (number) return this.numberIds.of(number, this.id);
    const { issueClass, foundAt } = this.facts;
    const text = textOfPart(this.facts.text);
    const position = positionOfFacts(this.facts);
    const content = JSON.stringify([issueClass, position, new Date(foundAt).toISOString(), text]);
    for (let copy = 1; ; copy += 1) {
      wordsOfId(stableId(`content\n${content}\n${copy}`), this.id);
      if (!this.known.isRead(this.id)) return;
    }
  }

  /** Milliseconds since 1970, NaN for an empty cell. @throws RowRefused */
  private moment(row: TableRow, field: DateField): number {
    const part = this.reader.part(row, field, Infinity);
    if (!part) return Number.NaN;
    const plain = plainMomentIn(part);
    if (!Number.isNaN(plain)) return plain - this.offset * 60_000;
    const cell = this.reader.cell(row, field);
    const time = parseMoment(cell, this.offset, this.orderOf(field));
    if (time !== null) return time;
    throw new RowRefused('badDate', {
      column: this.reader.name(field),
      value: String(cell).slice(0, 40),
    });
  }

  /** Order of day and month in a column, looked for when the first date comes that needs it. */
  private orderOf(field: DateField): DayOrder {
    let order = this.orders.get(field);
    if (!order) {
      order = findDayOrder(this.source.table.rows.map((row) => this.reader.cell(row, field)));
      this.orders.set(field, order);
    }
    return order;
  }

  /** @throws RowRefused */
  private classOf(row: TableRow): string {
    const part = this.reader.part(row, 'issueClass') ?? nothing;
    const word = this.classWords.numberOf(part);
    const known = this.classKeys[word];
    if (known !== undefined) return known;
    const key = this.classes.keyOf(this.classWords.texts[word] as string);
    this.classKeys[word] = key;
    return key;
  }

  private statusOf(row: TableRow): number {
    const part = this.reader.part(row, 'status');
    const byDate = Number.isNaN(this.facts.closedAt) ? reported : closed;
    if (!part) return byDate;
    const word = this.statusWords.numberOf(part);
    const text = this.statusWords.texts[word] as string;
    const status = (this.statuses[word] ??= issueStatuses.indexOf(
      parseStatus(text) as IssueStatus,
    ));
    if (status >= 0) return status;
    const shown = text.slice(0, 40);
    this.counts.statuses.set(shown, (this.counts.statuses.get(shown) ?? 0) + 1);
    return byDate;
  }

  private description(row: TableRow): TextPart {
    const part = this.reader.part(row, 'text', 100_000) ?? nothing;
    if (part.to - part.from <= textLimit || unitCount(part) <= textLimit) {
      return Object.assign(this.text, part);
    }
    this.counts.cut += 1;
    return partOfText(`${textOfPart(part).slice(0, textLimit - 1)}…`);
  }
}
