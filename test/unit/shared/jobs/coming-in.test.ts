import { describe, expect, it } from 'vitest';
import { proposeMapping } from '#shared/formats/mapping/propose-mapping.ts';
import { besideHandlers } from '#shared/jobs/beside/handlers.ts';
import { forgetImport } from '#shared/jobs/import-files.ts';
import type { JobContext, JobHandler, RunBeside } from '#shared/jobs/job.ts';
import { hashRecord } from '#shared/keep/record-hash.ts';
import { parseImport } from '#shared/jobs/parse-import.ts';
import { planImportJob } from '#shared/jobs/plan-import.ts';
import { projectRecord } from '#test/unit/shared/formats/import/import-fixtures.ts';

const heading = '案件编号,问题类别,经度,纬度,上报时间,描述';
const filling = '门前堆放杂物'.repeat(316);
const classes = ['环境卫生', '市容秩序', '占道经营', '乱堆乱放'];
const line = (index: number, text = filling) =>
  `${index},${classes[((index * 7919) % 4097) % 4]},116.${index % 1000},39.9,2026-03-01,${text}`;

/** More than 24 MB of rows, in whose very midst stands one with this text. */
function list(text?: string): Blob {
  const lines = Array.from({ length: 4500 }, (_, index) => line(index));
  if (text !== undefined) lines[2249] = line(2249, text);
  return new Blob([[heading, ...lines].join('\r\n')]);
}

/** The same size of more rows, which are read in several blocks. */
const manyRows = () =>
  new Blob([
    [
      heading,
      ...Array.from({ length: 42_000 }, (_, index) => line(index, filling.slice(0, 190))),
    ].join('\r\n'),
  ]);

/** Another thread, but in this one; tells which of its jobs were asked for. */
function besideHere(asked: string[]): RunBeside {
  return (name, input, { signal }) => {
    asked.push(name);
    const handler = besideHandlers[name as keyof typeof besideHandlers] as JobHandler<
      never,
      unknown
    >;
    return handler(input as never, { signal, progress: () => {} });
  };
}

const alone: JobContext = { signal: new AbortController().signal, progress: () => {} };

/** What becomes of a file, in one text: hashes of the records but for their ids, and what cannot be used. */
async function planned(bytes: Blob, context: JobContext): Promise<string> {
  const file = { name: 'list.csv', bytes, key: crypto.randomUUID() };
  const { tables } = await parseImport(file, context);
  const mappings = tables.map((table) => proposeMapping(table, 'issue', '其他'));
  const input = { files: [{ ...file, mappings }], records: [projectRecord()], today: '2026-03-04' };
  const { records, rejected, added, duplicates } = await planImportJob(input, context);
  await forgetImport({ keys: [file.key] }, context);
  const hashes = records.map((record) => hashRecord({ ...record, id: '' }));
  return JSON.stringify([tables, hashes, rejected.map(({ row }) => row), added, duplicates]);
}

describe('a large list that two threads read', () => {
  it('is the same as one that one reads, and nothing of it is kept', async () => {
    const file = manyRows();
    const asked: string[] = [];
    const together = await planned(file, { ...alone, beside: besideHere(asked) });
    expect(together === (await planned(file, alone))).toBe(true);
    expect(new Set(asked)).toEqual(
      new Set(['scanLowerPart', 'readLowerFacts', 'forgetLowerParts']),
    );
  });

  it('is read by one where a cell with many lines lies across the place', async () => {
    const file = list(`"${'一\r\n'.repeat(30_000)}"`);
    const asked: string[] = [];
    const together = await planned(file, { ...alone, beside: besideHere(asked) });
    expect(asked).not.toContain('readLowerFacts');
    expect(together === (await planned(file, alone))).toBe(true);
  });

  it('is read by one where the other is lost', async () => {
    const file = list();
    const lost: RunBeside = () => Promise.reject(new Error('lost'));
    expect((await planned(file, { ...alone, beside: lost })) === (await planned(file, alone))).toBe(
      true,
    );
  });

  it('is not read on once that was cancelled', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const beside: RunBeside = (name, input, options) => {
      controller.abort();
      return besideHere([])(name, input, options);
    };
    const file = { name: 'list.csv', bytes: list(), key: crypto.randomUUID() };
    await expect(parseImport(file, { ...alone, signal, beside })).rejects.toThrow('aborted');
  });
});
