import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { planImport } from '#shared/formats/import/plan-import.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { csvTable, plan, projectRecord, reasons, recordsOf, source } from './import-fixtures.ts';

const people =
  '姓名,电话,单位\n张三,13800000001,东社区\n张三,13800000002,西社区\n李四,13800000003,\n王五,,';

async function roster(): Promise<AnyRecord[]> {
  const done = await plan([source(csvTable(people), 'person')]);
  return [projectRecord(), ...done.records];
}

const sheet = (text: string, target: 'duty' | 'checkIn' = 'duty', file = '值班表.csv') => ({
  ...source(csvTable(text), target),
  file,
});

/** The project after an import. */
async function after(records: AnyRecord[], ...sheets: ReturnType<typeof sheet>[]) {
  const done = await plan(sheets, records);
  const byId = new Map([...records, ...done.records].map((record) => [record.id, record]));
  return { done, records: [...byId.values()] };
}

const lists = (records: readonly AnyRecord[]) =>
  records.flatMap((record) =>
    record.kind === 'dutyList'
      ? [
          {
            day: record.day,
            entries: record.entries.map(({ name, personId }) => `${name}${personId ? '' : '?'}`),
            checkIns: record.checkIns.map(({ name, at }) => `${name} ${at.slice(11, 16)}`),
          },
        ]
      : [],
  );

describe('importing duty lists', () => {
  it('says by what each is known, and lists namesakes and strangers', async () => {
    const { done } = await after(
      await roster(),
      sheet(
        [
          '姓名,电话,单位',
          '张三,138 0000 0001,',
          '张三,,西社区',
          '张三,,',
          '李四,13999999999,',
          '李思,13800000003,',
          '王五,,',
          '赵六,,',
          ',13800000002,',
          ',,',
        ].join('\n'),
      ),
    );
    expect(done.matches.map(({ row, by, candidates }) => [row, by, candidates.length])).toEqual([
      [2, 'both', 1],
      [3, 'unit', 2],
      [4, 'ambiguous', 2],
      [5, 'name-only', 1],
      [6, 'phone-only', 1],
      [7, 'name', 1],
      [8, 'unknown', 0],
      [9, 'phone', 1],
    ]);
    // Row 6 is the man of row 5, row 9 the one of row 3. An empty row is no row at all.
    expect(reasons(done)).toEqual([
      [6, 'duplicate', { row: 5 }],
      [9, 'duplicate', { row: 3 }],
    ]);
    expect(lists(done.records)).toEqual([
      {
        day: '2026-03-04',
        entries: ['张三', '张三', '张三?', '李四', '王五', '赵六?'],
        checkIns: [],
      },
    ]);
  });

  it('takes the user at their word about a namesake', async () => {
    const records = await roster();
    const one = sheet('姓名\n张三');
    const [match] = (await plan([one], records)).matches;
    const wanted = match?.candidates[1]?.id ?? '';
    const chosen = await planImport([one], new Document(records), {
      today: '2026-03-04',
      newId: () => crypto.randomUUID(),
      choices: { [match?.key ?? '']: wanted },
      pause: async () => {},
    });
    expect(chosen.matches[0]).toMatchObject({ by: 'chosen', person: { id: wanted } });
    expect(recordsOf(chosen, 'dutyList')[0]?.entries[0]?.personId).toBe(wanted);
  });

  it('goes by the day of the row, the user, the name of the file, today, in this order', async () => {
    const days = async (text: string, file: string, day?: string) => {
      const given = sheet(text, 'duty', file);
      const mapping = day === undefined ? given.mapping : { ...given.mapping, day };
      const done = await plan([{ ...given, mapping }], await roster());
      return recordsOf(done, 'dutyList').map((list) => list.day);
    };
    expect(await days('姓名,日期\n李四,2026/3/1\n王五,3月2日前', '2026-01-01.csv')).toEqual([
      '2026-03-01',
    ]);
    expect(await days('姓名\n李四', '值班2026-01-01.csv', '2026-02-02')).toEqual(['2026-02-02']);
    expect(await days('姓名\n李四', '值班12月31日.csv')).toEqual(['2025-12-31']);
    expect(await days('姓名\n李四', '值班.csv')).toEqual(['2026-03-04']);
  });

  it('reads times of day and moments, and what is written for nobody', async () => {
    const { done } = await after(
      await roster(),
      sheet(
        [
          '姓名,电话,签到时间',
          '张三,13800000001,6:31',
          '张三,13800000002,2026-03-03 06:32:10',
          '李四,,下午1时5分',
          '王五,,未签到',
          '赵六,,25:00',
          '孙七,,0.27',
        ].join('\n'),
        'checkIn',
      ),
    );
    expect(reasons(done)).toEqual([[6, 'badTime', { column: '签到时间', value: '25:00' }]]);
    expect(lists(done.records)).toEqual([
      { day: '2026-03-04', entries: [], checkIns: ['张三 22:31', '李四 05:05', '孙七 22:28'] },
      { day: '2026-03-03', entries: [], checkIns: ['张三 22:32'] },
    ]);
    expect(done.notes).toContainEqual({ key: 'notCheckedIn', params: { count: 1 } });
  });

  it('brings a corrected list up to date, and keeps stand-ins and check-ins', async () => {
    const first = await after(await roster(), sheet('姓名,签到时间\n李四,6:30\n王五,6:35\n赵六,'));
    const standIn = first.records.find(({ kind }) => kind === 'person')?.id ?? '';
    const told = first.records.map((record) =>
      record.kind === 'dutyList'
        ? {
            ...record,
            entries: record.entries.map((entry) => ({ ...entry, standInId: standIn })),
          }
        : record,
    );
    const second = await after(told, sheet('姓名\n李四\n赵六\n孙七', 'duty', '更正.csv'));
    expect(second.done.updated).toEqual({ dutyList: 1 });
    expect(second.done.notes).toContainEqual({
      key: 'dutyUpdated',
      params: {
        day: '2026-03-04',
        entries: 3,
        checkIns: 0,
        source: '值班表.csv',
        more: 1,
        fewer: 1,
      },
    });
    const [list] = second.records.filter((record) => record.kind === 'dutyList');
    expect(list?.entries.map((entry) => [entry.name, entry.standInId === standIn])).toEqual([
      ['李四', true],
      ['赵六', true],
      ['孙七', false],
    ]);
    expect(list?.checkIns).toHaveLength(2);
    const again = await plan([sheet('姓名\n李四\n赵六\n孙七', 'duty', '更正.csv')], second.records);
    expect(again).toMatchObject({ records: [], unchanged: 1 });
  });

  it('lets lists of other people and of other days stand beside it', async () => {
    const first = await after(await roster(), sheet('姓名\n李四\n王五'));
    const second = await after(first.records, sheet('姓名\n赵六', 'duty', '西街.csv'));
    const third = await after(second.records, sheet('姓名,日期\n李四,2026-03-05'));
    const fourth = await after(third.records, sheet('姓名,时间\n李四,6:00', 'checkIn', '签到.csv'));
    expect(lists(fourth.records).map(({ entries }) => entries)).toEqual([
      ['李四', '王五'],
      ['赵六?'],
      ['李四'],
      [],
    ]);
    const fifth = await after(fourth.records, sheet('姓名,时间\n李四,6:20', 'checkIn', '签到.csv'));
    expect(lists(fifth.records).at(-1)?.checkIns).toEqual(['李四 22:20']);
  });

  it('knows a list again though its people were not in the roster then, and loses nobody to a few', async () => {
    const early = await after([projectRecord()], sheet('姓名\n李四\n王五\n赵六'));
    const records = [...(await roster()), ...early.done.records];
    const corrected = await plan([sheet('姓名\n李四\n王五\n孙七', 'duty', '更正.csv')], records);
    expect(corrected.updated).toEqual({ dutyList: 1 });
    const few = await plan([sheet('姓名\n李四', 'duty', '补充.csv')], records);
    expect(few.added).toEqual({ dutyList: 1 });
  });

  it('adds strangers to the roster only when told to', async () => {
    const given = sheet('姓名,电话,单位\n赵六,139,东社区');
    const mapping = { ...given.mapping, addUnknown: true };
    const done = await plan([{ ...given, mapping }], await roster());
    expect(done.added).toEqual({ person: 1, dutyList: 1 });
    expect(done.matches).toMatchObject([{ by: 'new', person: { unit: '东社区' } }]);
  });
});
