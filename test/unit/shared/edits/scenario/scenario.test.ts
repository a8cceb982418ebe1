import { describe, expect, it } from 'vitest';
import { comparePlans } from '#shared/analysis/compare-plans.ts';
import { addScenario } from '#shared/edits/commands/add-scenario.ts';
import { adoptScenario } from '#shared/edits/commands/adopt-scenario.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import type { Command } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { editInPlan } from '#shared/edits/scenario/edit-in-plan.ts';
import { planOn } from '#shared/edits/scenario/plan-on.ts';
import { scenarioView } from '#shared/edits/scenario/scenario-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { defaultWorkloadWeights } from '#shared/model/workload.ts';
import { contentOf, idOf, record } from '#test/unit/shared/edits/records.ts';
import { at, line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

const scenarioId = idOf(0x600);
const editionId = idOf(0x601);
const newId = idOf(0x610);

//  +-----+-----+-----+
//  |  A  |  B  |  C  |     the scenario: A is split, B and C are one; C has a holder
//  +-----+-----+-----+
const plan = () => {
  const post = record('post', 0x50, {
    role: 'chief',
    personId: null,
    level: 'zone',
    targetId: idOf(102),
    from: '2026-01-01',
  });
  const zones = { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)], C: [box(20, 0, 30, 10)] };
  return district([box(0, 0, 30, 10)], zones, [post]);
};

function run<A>(document: Document, command: Command<A>, args: A): string {
  const result = command(document, args);
  if ('refused' in result) return result.refused;
  document.apply(result.patch);
  return 'done';
}

/** A command as it runs in a window that shows the scenario. */
function inScenario<A>(id: string, command: Command<A>): Command<A> {
  return (stored, args) => {
    const shown = scenarioView(stored, stored.find('scenario', id)!);
    const planned = { shown, stored, plan: { of: 'scenario' as const, id } };
    return editInPlan(planned, command, args);
  };
}

function withScenario() {
  const document = plan();
  const id = (name: string) => zoneNamed(document, name).id;
  run(document, addScenario, { newId: scenarioId, name: '方案一' });
  const lines = [line([5, -1], [5, 11])];
  expect(run(document, inScenario(scenarioId, splitZone), { zoneId: id('A'), lines, newId })).toBe(
    'done',
  );
  expect(run(document, inScenario(scenarioId, mergeZones), { zoneIds: [id('B'), id('C')] })).toBe(
    'done',
  );
  return document;
}

const names = (zones: readonly { name: string }[]) => zones.map(({ name }) => name).sort();
const adopt = { scenarioId, editionId, from: '2026-06-01', today: '2026-06-01' };

describe('a scenario', () => {
  it('is redrawn without touching the plan in force', () => {
    const document = withScenario();
    expect(names(document.all('zone'))).toEqual(['A', 'B', 'C']);
    const view = scenarioView(document, document.find('scenario', scenarioId)!);
    expect(names(view.all('zone'))).toEqual(['A', 'A-2', 'B']);
    // What has nothing to do with zones counts for all plans at once.
    run(document, inScenario(scenarioId, addScenario), { newId: idOf(0x620), name: '又一' });
    expect(document.find('scenario', idOf(0x620))).toBeDefined();
  });

  it('refuses what would change streets or communities along with its zones', () => {
    const document = withScenario();
    const both: Command<null> = (view) => {
      const [zone] = view.all('zone');
      const [land] = view.all('district');
      const updated = {
        [zone!.id]: [zone!, { ...zone!, name: '甲' }] as [AnyRecord, AnyRecord],
        [land!.id]: [land!, { ...land!, name: '乙' }] as [AnyRecord, AnyRecord],
      };
      return {
        patch: { added: {}, updated, removed: {} },
        label: { key: '', params: {} },
        selection: [],
      };
    };
    expect(run(document, inScenario(scenarioId, both), null)).toBe('edit.scenario.refused.further');
  });

  it('can be copied, and what is done and taken back in it leaves nothing', () => {
    const document = withScenario();
    run(document, addScenario, { newId: idOf(0x602), name: '方案二', copyOf: scenarioId });
    const copy = document.find('scenario', idOf(0x602))!;
    expect(copy.changes).toEqual(document.find('scenario', scenarioId)!.changes);
    const back = inScenario(copy.id, mergeZones);
    run(document, back, { zoneIds: [zoneNamed(document, 'A').id, newId] });
    expect(document.find('scenario', copy.id)!.changes.added).toEqual([]);
  });

  it('is adopted in one step that can be taken back, with what hung on zones that go', () => {
    const document = withScenario();
    const before = contentOf(document.everything());
    const result = adoptScenario(document, adopt);
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    expect(names(document.all('zone'))).toEqual(['A', 'A-2', 'B']);
    expect(document.all('post')).toEqual([]);
    expect(document.all('scenario')).toEqual([]);
    document.apply(reversePatch(result.patch));
    expect(contentOf(document.everything())).toEqual(before);
  });

  it('waits for its day', () => {
    const document = withScenario();
    expect(run(document, adoptScenario, { ...adopt, today: '2026-05-20' })).toBe('done');
    expect(names(document.all('zone'))).toEqual(['A', 'B', 'C']);
    expect(document.find('scenario', scenarioId)?.from).toBe('2026-06-01');
    expect(run(document, adoptScenario, adopt)).toBe('done');
    expect(names(document.all('zone'))).toEqual(['A', 'A-2', 'B']);
  });

  it('asks before it overwrites what was changed meanwhile', () => {
    const document = withScenario();
    const moves = [{ from: at(10, 10), to: at(11, 10) }];
    run(document, moveVertices, { moves, allowInvalid: true });
    expect(run(document, adoptScenario, adopt)).toBe('edit.scenario.refused.conflict');
    expect(run(document, adoptScenario, { ...adopt, overwrites: true })).toBe('done');
  });
});

describe('plans by date', () => {
  it('are those in force then', () => {
    const document = withScenario();
    const old = document.all('zone');
    run(document, adoptScenario, adopt);
    const second = idOf(0x630);
    run(document, addScenario, { newId: second, name: '方案三' });
    const zoneIds = ['A', 'A-2', 'B'].map((name) => zoneNamed(document, name).id);
    run(document, inScenario(second, mergeZones), { zoneIds });
    const later = { scenarioId: second, editionId: idOf(0x631), from: '2026-07-01' };
    run(document, adoptScenario, { ...later, today: '2026-07-02' });
    expect(names(planOn(document, '2026-07-05'))).toEqual(['A']);
    expect(names(planOn(document, '2026-06-30'))).toEqual(['A', 'A-2', 'B']);
    expect(contentOf(planOn(document, '2026-05-31'))).toEqual(contentOf(old));
  });
});

describe('a comparison of plans', () => {
  it('says who gives ground to whom, and what that does to the numbers', () => {
    const document = withScenario();
    const after = scenarioView(document, document.find('scenario', scenarioId)!).all('zone');
    const things = { points: [], issues: [], weights: defaultWorkloadWeights() };
    const { zones, transfers } = comparePlans(document.all('zone'), after, things);
    const name = (id: string | null) =>
      [...after, ...document.all('zone')].find((zone) => zone.id === id)?.name;
    const moved = transfers.map(({ fromId, toId, areaM2 }) => [
      name(fromId),
      name(toId),
      Math.round(areaM2 / 100),
    ]);
    expect(new Set(moved.map(String))).toEqual(new Set(['A,A-2,47', 'C,B,95']));
    const short = zones.map((zone) => [
      name(zone.zoneId),
      zone.before !== null,
      zone.after !== null,
    ]);
    const expected = ['A,true,true', 'A-2,false,true', 'B,true,true', 'C,true,false'];
    expect(new Set(short.map(String))).toEqual(new Set(expected));
  });
});
