import type { TableRow } from '#shared/formats/table.ts';
import { type DayOrder, parseMoment } from '#shared/formats/values/moment.ts';
import { plainMomentIn } from '#shared/formats/values/plain.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { type IdWords, wordsOfId } from '#shared/model/id-words.ts';
import type { IssueFacts } from '#shared/model/issue-facts.ts';
import { emptyPart, partOfText, textOfPart, unitCount } from '#shared/model/text-part.ts';
import type { FieldReader } from './field-reader.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, RowRefused } from './plan.ts';
import { rowPosition } from './row-place.ts';
import { RowReader } from './row-reader.ts';
import { StableIds } from './stable-id.ts';
import { TextDictionary } from './text-dictionary.ts';

const textLimit = 2000;
const nothing = emptyPart();

/** Readers of the fields that an issue has. */
function fieldsOf(reader: RowReader) {
  return {
    id: reader.field('id'),
    number: reader.field('number'),
    foundAt: reader.field('foundAt'),
    dueAt: reader.field('dueAt'),
    closedAt: reader.field('closedAt'),
    issueClass: reader.field('issueClass'),
    status: reader.field('status'),
    lostPoints: reader.field('lostPoints'),
    text: reader.field('text'),
  };
}

/** What a row itself says of an issue. */
export interface RowFacts extends Omit<IssueFacts, 'issueClass' | 'status'> {
  /** Number of the word for its class among the reader's, and of that for its status; -1 for none. */
  classWord: number;
  statusWord: number;
  /** Whether the text was longer than an issue keeps. */
  isCut: boolean;
}

/** Reads what the rows of a table say of issues, whatever the project knows. */
export class IssueReader {
  readonly fields: ReturnType<typeof fieldsOf>;
  /** Of the row that was read last. */
  readonly facts: RowFacts = {
    longitude: 0,
    latitude: 0,
    foundAt: 0,
    dueAt: Number.NaN,
    closedAt: Number.NaN,
    lostPoints: 0,
    classWord: 0,
    statusWord: -1,
    text: nothing,
    isCut: false,
  };
  readonly classWords = new TextDictionary();
  readonly statusWords = new TextDictionary();
  private readonly rows: RowReader;
  private readonly swapped: boolean;
  private readonly offset: number;
  private readonly orderOf: (field: FieldReader) => DayOrder;
  private readonly numberIds: StableIds;
  private readonly part = emptyPart();

  /**
   * @param offset minutes by which the project's clock is before UTC
   * @param orderOf order of day and month in a column, asked for when the first date comes that needs it; may throw
   *   a RowRefused
   */
  constructor(source: ImportSource, offset: number, orderOf: (field: FieldReader) => DayOrder) {
    this.rows = new RowReader(source);
    this.fields = fieldsOf(this.rows);
    this.swapped = source.mapping.swapped;
    this.offset = offset;
    this.orderOf = orderOf;
    // The heading stands for the list that the number comes from: two lists may both have a 1.
    this.numberIds = new StableIds(`number\n${this.fields.number.name}\n`);
  }

  /** Takes in what a row says. @throws RowRefused */
  read(row: TableRow): void {
    const { facts, fields } = this;
    const [longitude, latitude] = rowPosition(row, this.rows, this.swapped);
    facts.foundAt = this.moment(row, fields.foundAt);
    if (Number.isNaN(facts.foundAt))
      throw new RowRefused('noDate', { column: fields.foundAt.name });
    facts.closedAt = this.moment(row, fields.closedAt);
    facts.dueAt = this.moment(row, fields.dueAt);
    const lostPoints = fields.lostPoints.number(row) ?? 0;
    if (lostPoints < 0 || lostPoints > 1000) {
      throw new RowRefused('badNumber', { column: fields.lostPoints.name, value: lostPoints });
    }
    facts.lostPoints = lostPoints;
    facts.longitude = toGrid(longitude);
    facts.latitude = toGrid(latitude);
    facts.classWord = this.classWords.numberOf(fields.issueClass.part(row) ?? nothing);
    const status = fields.status.part(row);
    facts.statusWord = status ? this.statusWords.numberOf(status) : -1;
    this.readText(row);
  }

  /** The row's own id, else one made of its number; false when it has neither. @throws RowRefused */
  readId(row: TableRow, into: IdWords): boolean {
    const { id, number } = this.fields;
    const own = id.isThere ? ownId(id.text(row)) : null;
    if (own !== null) wordsOfId(own, into);
    else {
      const part = number.part(row, 200);
      if (!part) return false;
      this.numberIds.of(part, into);
    }
    return true;
  }

  /** Milliseconds since 1970, NaN for an empty cell. @throws RowRefused */
  private moment(row: TableRow, field: FieldReader): number {
    const part = field.part(row, Infinity);
    if (!part) return Number.NaN;
    const plain = plainMomentIn(part);
    if (!Number.isNaN(plain)) return plain - this.offset * 60_000;
    const cell = field.cell(row);
    const time = parseMoment(cell, this.offset, this.orderOf(field));
    if (time !== null) return time;
    throw new RowRefused('badDate', {
      column: field.name,
      value: String(cell).slice(0, 40),
    });
  }

  private readText(row: TableRow): void {
    const { facts } = this;
    const part = this.fields.text.part(row, 100_000) ?? nothing;
    facts.isCut = part.to - part.from > textLimit && unitCount(part) > textLimit;
    if (facts.isCut) {
      facts.text = partOfText(`${textOfPart(part).slice(0, textLimit - 1)}…`);
      return;
    }
    this.part.bytes = part.bytes;
    this.part.from = part.from;
    this.part.to = part.to;
    facts.text = this.part;
  }
}
