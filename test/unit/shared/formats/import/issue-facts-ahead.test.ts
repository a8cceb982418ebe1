import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#shared/formats/csv/read.ts';
import { readIssueFacts } from '#shared/formats/import/issue-facts-block.ts';
import type { BlocksOfTable } from '#shared/formats/import/issue-facts-columns.ts';
import { IssueReader } from '#shared/formats/import/issue-reader.ts';
import { type ImportPlan, type ImportSource, RowRefused } from '#shared/formats/import/plan.ts';
import type { Table } from '#shared/formats/table.ts';
import { emptyPart } from '#shared/model/text-part.ts';
import { plan, projectRecord, source } from './import-fixtures.ts';

/** One of the usual values, and now and then one that takes more, or cannot be meant. */
const cell = (usual: string[], odd: string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const row = fc
  .tuple(
    fc.oneof(cell(['A1', 'A2'], ['', '"A ""3"""']), fc.nat(40).map(String)),
    cell(['环境卫生', '市容秩序', '新的一类', '"又, 一类"'], ['', 'x'.repeat(70)]),
    cell(['处理中', '已结案', ''], ['没有这种状态', '"已 ""结""案"']),
    cell(['116.1', '116.25'], ['', '0', '216', 'abc', "116°6'E"]),
    cell(['39.9', '39.75'], ['', '0', '39,9']),
    cell(['2026-03-01 08:00', '2026-03-02'], ['03/04/2026', '2026年3月5日', '', 'neulich']),
    cell(['', '2026-03-05'], ['2026-03-04 10:00:30', '5/3/2026', 'bald']),
    cell(['', '2026-03-09'], ['nie']),
    cell(['', '2', '1.5'], ['-3', '5000']),
    cell(['', '垃圾', '"一\n二"'], ['"门前 ""堆放"" 杂物"', '𠮷'.repeat(3), '长'.repeat(2100)]),
  )
  .map((cells) => cells.join(','));
const heading = '案件编号,问题类别,状态,经度,纬度,上报时间,结案时间,截止时间,扣分,描述';

/** The bytes in which the cells of a table stand. */
function bytesOf(table: Table): Uint8Array {
  const part = emptyPart();
  table.rows[0]?.find?.(0, part);
  return part.bytes;
}

/** A plan without the ids of its chunks, which are other ones each time. */
const withoutIds = (done: ImportPlan) => ({
  ...done,
  records: done.records.map((record) => ({ ...record, id: '' })),
});

/** Blocks of a table's rows from one on, as another thread reads them; those of which `lost` says so do not come. */
function blocksOf(
  { table, mapping }: ImportSource,
  first: number,
  size: number,
  lost: (block: number) => boolean,
): ImportSource['ahead'] {
  const bytes = bytesOf(table);
  return (offset): BlocksOfTable => {
    const own: Table = { ...table, rows: [] };
    const coming: BlocksOfTable['coming'] = [];
    for (let at = first; at < table.rows.length; at += size) {
      // One that numbers words in its own order.
      const reader = new IssueReader({ file: '', table: own, mapping }, offset, () => {
        throw new RowRefused('badDate');
      });
      const rows = table.rows.slice(at, at + size);
      const block = readIssueFacts(rows, reader, { bytes, before: 0 });
      coming.push(Promise.resolve(lost(coming.length) ? null : structuredClone(block)));
    }
    return { coming, bytes };
  };
}

describe('issues of which another thread has read some rows', () => {
  it('are planned as if all had been read here', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(5),
        fc.boolean(),
        async (rows, first, size, lostBlock, addUnknown) => {
          const bytes = new TextEncoder().encode([heading, ...rows].join('\r\n'));
          const [table] = readCsv(bytes) as unknown as [Table];
          const alone = source(table, 'issue', { addUnknown });
          const lost = (block: number) => block === lostBlock;
          const together = { ...alone, ahead: blocksOf(alone, first, size, lost) };
          const records = [projectRecord()];
          expect(withoutIds(await plan([together], records))).toEqual(
            withoutIds(await plan([alone], records)),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave what takes more than the row to whoever has all of the table', async () => {
    const rows = [
      'A1,环境卫生,,116.1,39.9,2026-03-01,,,,垃圾',
      'A2,环境卫生,,116.1,39.9,03/04/2026,,,,垃圾',
      ',环境卫生,,116.1,39.9,2026-03-01,,,,垃圾',
      'A4,环境卫生,,,39.9,2026-03-01,,,,垃圾',
    ];
    const bytes = new TextEncoder().encode([heading, ...rows].join('\n'));
    const [table] = readCsv(bytes) as unknown as [Table];
    const blocks = blocksOf(source(table, 'issue'), 0, 9, () => false)?.(480);
    const block = await blocks?.coming[0];
    expect([...(block?.read ?? [])]).toEqual([2, 0, 1, 0]);
  });
});
