import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { differenceOfAreas, toArea } from '#shared/geo/clip.ts';
import { ledgerColumns } from '#shared/formats/export/ledger-tables.ts';
import { createChainServer } from '#shared/jobs/chain-session/chain-server.ts';
import type { AnswerOf, AskOf, QuestionName } from '#shared/jobs/chain-session/questions.ts';
import { chainKinds } from '#shared/jobs/check.ts';
import { openSample } from '#test/unit/resources/sample/open-sample.ts';

const sample = await openSample();
const document = new Document(sample.records);
let last: unknown;
const serve = createChainServer((reply) => {
  last = structuredClone(reply);
});
let id = 0;
const tell = (message: object) => serve(structuredClone(message));
const load = ++id;
const records = sample.records.filter(({ kind }) => chainKinds.includes(kind));
tell({ type: 'part', id: load, records });
const now = Date.parse(`${sample.planted.day}T12:00:00Z`);
tell({ type: 'load', id: load, on: sample.planted.day, now });

/** Asks as a window does: question and answer cross to a worker and back. */
function ask<Name extends QuestionName>(name: Name, question: AskOf<Name>): AnswerOf<Name> {
  tell({ type: 'ask', id: ++id, name, ask: question });
  const reply = last as { type: string; answer: AnswerOf<Name>; error?: unknown };
  if (reply.type !== 'answer') throw new Error(JSON.stringify(reply.error));
  return reply.answer;
}

describe('the register of the sample', () => {
  it('has each border of its streets once, those in dispute first', () => {
    const answer = ask('borders', { level: 'street' });
    const pairs = [...answer.first].map((a, row) =>
      [answer.areaIds[a] ?? '', answer.areaIds[answer.second[row] as number] ?? '']
        .toSorted()
        .join(' '),
    );
    const open = pairs.filter((_, row) => answer.border[row] === -1);
    expect(new Set(open).size).toBe(open.length);
    const [first = -1] = answer.border;
    expect(document.find('border', answer.borderIds[first] ?? '')?.disputed).toBe(true);
  });

  it('says of one border where it runs and what lies along it', () => {
    const { areaIds, first, second, issues, border, lengthM } = ask('borders', {
      level: 'community',
    });
    const row = border.findIndex((place, i) => place === -1 && (issues[i] ?? 0) > 0);
    const partyIds: [string, string] = [
      areaIds[first[row] as number] ?? '',
      areaIds[second[row] as number] ?? '',
    ];
    const one = ask('border', { level: 'community', partyIds, borderId: null });
    expect(one.issueCount).toBe(issues[row]);
    const length = one.stretches.reduce((sum, stretch) => sum + stretch.lengthM, 0);
    expect(length).toBeCloseTo(lengthM[row] ?? 0, 3);
  });
});

describe('the ledger of the sample', () => {
  const all = { from: null, to: null };
  it('opens each sum down to its issues', () => {
    const { sums, points } = ask('ledger', { ...all, by: 'street' });
    expect(sums.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(points, 6);
    const [street] = sums;
    const opened = ask('ledger', { ...all, by: 'street', key: street?.key ?? null });
    expect(opened.lineCount).toBe(street?.issues);
    expect(opened.lines.every(({ seats }) => seats.length > 0)).toBe(true);
  });

  it('leaves as a workbook with phones masked, or in full when asked for', () => {
    const words = {
      issues: '问题',
      columns: Object.fromEntries(
        [...ledgerColumns.sum, ...ledgerColumns.issue].map((column) => [column, column]),
      ),
      groups: { unit: '单位', street: '街道', category: '大类', indicator: '指标', person: '人' },
      none: '无',
      vacant: '空缺',
    };
    const sheet = (phones: boolean) => {
      const bytes = ask('ledgerFile', { ...all, format: 'xlsx', phones, words });
      return strFromU8(unzipSync(bytes)['xl/worksheets/sheet5.xml'] as Uint8Array);
    };
    expect(sheet(false)).toMatch(/199-\*{4}-\d{4}/);
    expect(sheet(false)).not.toMatch(/199-0000-/);
    expect(sheet(true)).toMatch(/199-0000-\d{4}/);
  });
});

it('hands over the ground that an overlap leaves to one side', () => {
  const [overlap] = sample.planted.overlaps;
  const [keeper = '', giver = ''] = overlap?.zoneIds ?? [];
  const zone = document.find('zone', giver);
  const other = document.find('zone', keeper);
  if (zone?.shape !== 'block' || other?.shape !== 'block') throw new Error('no overlap');
  const less = toArea(differenceOfAreas(zone.geometry, [other.geometry])) as typeof zone.geometry;
  const day = sample.planted.day;
  const sheet = ask('handOver', {
    before: [],
    after: [[giver, { ...zone, geometry: less }]],
    lastDay: day,
    effectiveOn: day,
  });
  const [line] = sheet.lines;
  expect(sheet.lines).toHaveLength(1);
  expect([line?.from?.placeId, line?.to?.placeId]).toEqual([giver, keeper]);
  expect(line?.areaM2).toBeCloseTo(overlap?.areaM2 ?? 0, -1);
  expect(sheet.units.length).toBeGreaterThan(0);
});
