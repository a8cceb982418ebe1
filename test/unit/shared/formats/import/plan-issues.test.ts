import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '#shared/formats/import/plan.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { parseRecord } from '#shared/model/record.ts';
import { csvTable, plan, projectRecord, reasons, recordsOf, source } from './import-fixtures.ts';

const heading = '案件编号,问题类别,状态,经度,纬度,上报时间,结案时间,描述';
const issues = (done: ImportPlan) =>
  recordsOf(done, 'issueChunk').flatMap((chunk) =>
    Array.from({ length: chunk.count }, (_, index) => unpackIssue(chunk, index)),
  );
const kept = (done: ImportPlan): AnyRecord[] => {
  const project = recordsOf(done, 'project')[0] ?? projectRecord();
  return [project, ...done.records.filter(({ kind }) => kind !== 'project')];
};

describe('importing issues', () => {
  it('packs them with class, status, times and the deadline of their class', async () => {
    const table = csvTable(
      [
        heading,
        'A1,环境卫生,处理中,116.1,39.9,2026-03-01 08:00,,垃圾',
        'A2,市容秩序,,116.2,39.9,2026/3/2,2026/3/3 12:00,占道',
      ].join('\n'),
    );
    const done = await plan([source(table)]);
    expect(done.added).toEqual({ issue: 2 });
    expect(recordsOf(done, 'issueChunk').map(parseRecord)).toHaveLength(1);
    const [first, second] = issues(done);
    expect(first).toMatchObject({
      issueClass: 'sanitation',
      status: 'handling',
      position: [116.1, 39.9],
      foundAt: '2026-03-01T00:00:00.000Z',
      dueAt: '2026-03-04T00:00:00.000Z',
      closedAt: null,
      text: '垃圾',
    });
    expect(second).toMatchObject({
      issueClass: 'order',
      status: 'closed',
      dueAt: null,
      closedAt: '2026-03-03T04:00:00.000Z',
    });
  });

  it('changes in place what it knows by its number, and adds only what is new', async () => {
    const row = (number: string, status: string) =>
      `${number},环境卫生,${status},116.1,39.9,2026-03-01,,垃圾`;
    const first = await plan([
      source(csvTable([heading, row('1', '上报'), row('2', '上报')].join('\n'))),
    ]);
    const later = csvTable(
      [heading, row('2', '已结案'), row('3', '上报'), row('1', '上报')].join('\n'),
    );
    const done = await plan([source(later)], kept(first));
    expect(done.added).toEqual({ issue: 1 });
    expect(done.updated).toEqual({ issue: 1 });
    expect(done.unchanged).toBe(1);
    const [changed] = recordsOf(done, 'issueChunk').filter(
      ({ id }) => id === recordsOf(first, 'issueChunk')[0]?.id,
    );
    expect(changed && [0, 1].map((index) => unpackIssue(changed, index).status)).toEqual([
      'reported',
      'closed',
    ]);
  });

  it('keeps rows without a number apart even when they say the same, and knows them again', async () => {
    const text =
      '问题类别,经度,纬度,时间\n环境卫生,116.1,39.9,2026-03-01\n环境卫生,116.1,39.9,2026-03-01';
    const first = await plan([source(csvTable(text), 'issue')]);
    expect(first.added).toEqual({ issue: 2 });
    const again = await plan([source(csvTable(text), 'issue')], kept(first));
    expect(again).toMatchObject({ records: [], unchanged: 2 });
  });

  it('lists what cannot be used and notes what it had to decide', async () => {
    const table = csvTable(
      [
        heading,
        'A1,环境卫生,搁置,116.1,39.9,2026-03-01,,垃圾',
        'A1,环境卫生,上报,116.1,39.9,2026-03-01,,垃圾',
        'A2,环境卫生,上报,,,2026-03-01,,',
        'A3,环境卫生,上报,116.1,39.9,,,',
        'A4,环境卫生,上报,116.1,39.9,2026-02-30,,',
        `A5,${'类'.repeat(70)},上报,116.1,39.9,2026-03-01,,`,
        `A6,新类,上报,116.1,39.9,2026-03-01,,${'字'.repeat(2001)}`,
      ].join('\n'),
    );
    const done = await plan([source(table)]);
    expect(reasons(done)).toEqual([
      [3, 'duplicate', { row: 2 }],
      [4, 'noPosition', {}],
      [5, 'noDate', { column: '上报时间' }],
      [6, 'badDate', { column: '上报时间', value: '2026-02-30' }],
      [7, 'entryTooLong', { value: '类'.repeat(40) }],
    ]);
    expect(done.notes).toEqual([
      { key: 'newClasses', params: { count: 1, names: '新类' } },
      { key: 'textsCut', params: { count: 1 } },
      { key: 'unknownStatus', params: { status: '搁置', count: 1 } },
    ]);
    expect(issues(done).map(({ text }) => text.length)).toEqual([2, 2000]);
  });

  it('reads days before months where the column shows that it must', async () => {
    const table = csvTable(
      '类别,经度,纬度,日期\n环境卫生,116.1,39.9,03/04/2026\n环境卫生,116.1,39.9,25/12/2025',
    );
    const done = await plan([source(table, 'issue')]);
    expect(issues(done).map(({ foundAt }) => foundAt.slice(0, 10))).toEqual([
      '2026-04-02',
      '2025-12-24',
    ]);
  });

  it('ends at once when it is cancelled, between rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `${index},类,,116.1,39.9,2026-03-01,,`);
    const seen: number[] = [];
    const pause = async (fraction: number) => {
      seen.push(fraction);
      if (seen.length === 2) throw new Error('cancelled');
    };
    const sheet = source(csvTable([heading, ...rows].join('\n')));
    await expect(plan([sheet], [projectRecord()], pause)).rejects.toThrow('cancelled');
    expect(seen).toHaveLength(2);
  });
});
