import type { IdWords } from '#shared/model/id-words.ts';
import { partOfText, type TextPart } from '#shared/model/text-part.ts';
import { factsOfBlock } from './issue-facts-block.ts';
import {
  type BlocksOfTable,
  type IssueFactsBlock,
  type ReadOfRow,
  readOf,
} from './issue-facts-columns.ts';
import type { IssueReader } from './issue-reader.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** Numbers of a block's words among our own, found when they are first met. */
class Words {
  private readonly own: TextDictionary;
  private texts: readonly string[] = [];
  private numbers: number[] = [];

  constructor(own: TextDictionary) {
    this.own = own;
  }

  /** Whoever read another block may have numbered its words otherwise. */
  begin(texts: readonly string[]): void {
    this.texts = texts;
    this.numbers = [];
  }

  numberOf(word: number): number {
    if (word < 0) return word;
    return (this.numbers[word] ??= this.own.numberOf(partOfText(this.texts[word] as string)));
  }
}

/** What another thread reads of the rows of a table, block by block, to be taken over row by row in their order. */
export class IssueFactsAhead {
  private readonly reader: IssueReader;
  private readonly coming: BlocksOfTable['coming'];
  private readonly text: TextPart;
  private readonly classes: Words;
  private readonly statuses: Words;
  private blocks: IssueFactsBlock[] = [];
  /** The next row of the first block. */
  private index = 0;

  /** @param reader takes over what was read, as if it had read it */
  constructor(reader: IssueReader, { coming, bytes }: BlocksOfTable) {
    this.reader = reader;
    this.coming = [...coming];
    this.text = { bytes, from: 0, to: 0 };
    this.classes = new Words(reader.classWords);
    this.statuses = new Words(reader.statusWords);
  }

  /** Waits for the blocks that hold the rows up to one. */
  async reach(rowNumber: number): Promise<void> {
    while (this.coming.length > 0 && this.lastRow < rowNumber) {
      // oxlint-disable-next-line no-await-in-loop -- they come one after the other
      const block = await this.coming.shift();
      if (!block || block.count === 0) continue;
      this.blocks.push(block);
      if (this.blocks.length === 1) this.begin();
    }
  }

  /** Takes a row over, given by its number, and its id; says what of it was there. */
  take(rowNumber: number, id: IdWords): ReadOfRow {
    for (;;) {
      const block = this.blocks[0];
      if (!block) return 'nothing';
      const at = block.rows[this.index];
      if (at === undefined) {
        this.blocks.shift();
        this.begin();
        continue;
      }
      if (at > rowNumber) return 'nothing';
      this.index += 1;
      if (at === rowNumber) return this.takeFrom(block, this.index - 1, id);
    }
  }

  /** Begins with the first block. */
  private begin(): void {
    this.index = 0;
    this.classes.begin(this.blocks[0]?.classTexts ?? []);
    this.statuses.begin(this.blocks[0]?.statusTexts ?? []);
  }

  private get lastRow(): number {
    return this.blocks.at(-1)?.rows.at(-1) ?? 0;
  }

  private takeFrom(block: IssueFactsBlock, index: number, id: IdWords): ReadOfRow {
    const { facts } = this.reader;
    const read = readOf[block.read[index] as number] as ReadOfRow;
    if (read === 'nothing') return read;
    factsOfBlock(block, index, facts, this.text);
    facts.classWord = this.classes.numberOf(block.classWord[index] as number);
    facts.statusWord = this.statuses.numberOf(block.statusWord[index] as number);
    if (read === 'all') {
      for (let word = 0; word < 4; word += 1) id[word] = block.ids[4 * index + word] as number;
    }
    return read;
  }
}
