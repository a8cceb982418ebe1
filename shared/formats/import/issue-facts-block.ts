import type { TableRow } from '#shared/formats/table.ts';
import type { TextPart } from '#shared/model/text-part.ts';
import { type IssueFactsBlock, readOf } from './issue-facts-columns.ts';
import type { IssueReader, RowFacts } from './issue-reader.ts';
import { RowRefused } from './plan.ts';

/** More different words than that are no words for a class or a status. */
const mostWords = 1000;

/**
 * Reads rows into a block. What takes more than the row itself to be understood, or is refused, is left to whoever
 * has all of the table.
 *
 * @param place the bytes of the table, for texts that stand elsewhere are left, too, and how many rows the table has
 *   before those that `rows` are numbered in
 */
export function readIssueFacts(
  rows: readonly TableRow[],
  reader: IssueReader,
  place: { bytes: Uint8Array; before: number },
): IssueFactsBlock {
  const count = rows.length;
  const block = {
    count,
    rows: new Uint32Array(count),
    read: new Uint8Array(count),
    ids: new Uint32Array(4 * count),
    longitude: new Int32Array(count),
    latitude: new Int32Array(count),
    foundAt: new Float64Array(count),
    dueAt: new Float64Array(count),
    closedAt: new Float64Array(count),
    lostPoints: new Float64Array(count),
    classWord: new Uint16Array(count),
    statusWord: new Int16Array(count),
    textFrom: new Uint32Array(count),
    textTo: new Uint32Array(count),
  };
  const id = new Uint32Array(4);
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] as TableRow;
    block.rows[index] = place.before + row.number;
    try {
      reader.read(row);
      if (!isOf(reader.facts, place.bytes)) continue;
      put(block, index, reader.facts);
      block.read[index] = readOf.indexOf('facts');
      if (!reader.readId(row, id)) continue;
      block.ids.set(id, 4 * index);
      block.read[index] = readOf.indexOf('all');
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
    }
  }
  return {
    ...block,
    classTexts: reader.classWords.texts.slice(0, mostWords),
    statusTexts: reader.statusWords.texts.slice(0, mostWords),
  };
}

/** Whether all of what a row says can be told by numbers and places in the text. */
function isOf({ text, isCut, classWord, statusWord }: RowFacts, bytes: Uint8Array): boolean {
  if (isCut || classWord >= mostWords || statusWord >= mostWords) return false;
  return text.bytes === bytes || text.from === text.to;
}

type Columns = Omit<IssueFactsBlock, 'classTexts' | 'statusTexts'>;

function put(block: Columns, index: number, facts: RowFacts): void {
  block.longitude[index] = facts.longitude;
  block.latitude[index] = facts.latitude;
  block.foundAt[index] = facts.foundAt;
  block.dueAt[index] = facts.dueAt;
  block.closedAt[index] = facts.closedAt;
  block.lostPoints[index] = facts.lostPoints;
  block.classWord[index] = facts.classWord;
  block.statusWord[index] = facts.statusWord;
  block.textFrom[index] = facts.text.from;
  block.textTo[index] = facts.text.to;
}

/** Takes row `index` of a block over, but for its words, whose numbers are the block's own. */
export function factsOfBlock(
  block: IssueFactsBlock,
  index: number,
  facts: RowFacts,
  text: TextPart,
): void {
  facts.longitude = block.longitude[index] as number;
  facts.latitude = block.latitude[index] as number;
  facts.foundAt = block.foundAt[index] as number;
  facts.dueAt = block.dueAt[index] as number;
  facts.closedAt = block.closedAt[index] as number;
  facts.lostPoints = block.lostPoints[index] as number;
  text.from = block.textFrom[index] as number;
  text.to = block.textTo[index] as number;
  facts.text = text;
  facts.isCut = false;
}
