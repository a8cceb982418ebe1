import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { addScenario } from '#shared/edits/commands/add-scenario.ts';
import { adoptScenario } from '#shared/edits/commands/adopt-scenario.ts';
import { changeScenario } from '#shared/edits/commands/change-scenario.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { removeScenario } from '#shared/edits/commands/remove-scenario.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { Document } from '#shared/edits/document.ts';
import { History, type Step } from '#shared/edits/history.ts';
import { editInPlan } from '#shared/edits/scenario/edit-in-plan.ts';
import { stepOnto } from '#shared/edits/scenario/history-track.ts';
import { PlannedDocument } from '#shared/edits/scenario/planned-document.ts';
import { planInForce, type ShownPlan, zonesOfPlan } from '#shared/edits/scenario/shown-plan.ts';
import { contentOf, idOf } from '#test/unit/shared/edits/records.ts';
import { line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district } from '#test/unit/shared/edits/repair/district.ts';

//  +-----+-----+-----+
//  |  A  |  B  |  C  |
//  +-----+-----+-----+
const land = () => {
  const zones = { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)], C: [box(20, 0, 30, 10)] };
  return district([box(0, 0, 30, 10)], zones);
};

/** A project driven as a window drives it, with somebody who follows what is shown by its patches alone. */
class Desk {
  readonly planned = new PlannedDocument(land());
  readonly follower = new Document(this.planned.shown.everything());
  readonly first = contentOf(this.planned.stored.everything());
  readonly history = new History();
  private count = 0x900;

  constructor() {
    this.planned.shown.subscribe((patch) => this.follower.apply(patch));
  }

  newId(): string {
    this.count += 1;
    return idOf(this.count);
  }

  show(plan: ShownPlan): boolean {
    this.planned.show(plan);
    this.followPlan();
    return true;
  }

  edit<A>(command: Command<A>, args: A): boolean {
    const result = editInPlan(this.planned, command, args);
    return 'patch' in result && this.take({ action: 'edit', of: null, ...result });
  }

  editPlans<A>(command: Command<A>, args: A): boolean {
    const result = command(this.planned.stored, args);
    return 'patch' in result && this.take({ action: 'edit', of: null, ...result });
  }

  take(step: Step | null): boolean {
    if (!step) return false;
    const { action, of, label } = step;
    const patch = action === 'edit' ? step.patch : stepOnto(this.planned.stored, step.patch);
    const sequence = this.history.nextSequence;
    const time = '2026-05-01T00:00:00.000Z';
    const row: AuditRow = {
      id: idOf(0x5000 + sequence),
      sequence,
      time,
      author: '',
      action,
      of,
      label,
      patch,
    };
    this.planned.apply(patch);
    this.history.append(row);
    this.followPlan();
    return true;
  }

  private followPlan(): void {
    const { plan } = this.planned;
    this.history.track = plan.of === 'scenario' ? plan.id : null;
  }

  get scenarioIds(): string[] {
    return this.planned.stored.all('scenario').map(({ id }) => id);
  }
}

type Action = (desk: Desk) => boolean;
const number = fc.nat({ max: 6 });

const action: fc.Arbitrary<Action> = fc.oneof(
  number.map(
    (n): Action =>
      (desk) =>
        desk.editPlans(addScenario, { newId: desk.newId(), name: `方案${n}` }),
  ),
  number.map(
    (n): Action =>
      (desk) => {
        const id = desk.scenarioIds[n % 3];
        return desk.show(id === undefined ? planInForce : { of: 'scenario', id });
      },
  ),
  fc.constantFrom('2026-01-01', '2026-06-01', '2026-07-01').map(
    (day): Action =>
      (desk) =>
        desk.show({ of: 'day', day }),
  ),
  fc.constant<Action>((desk) => desk.show(planInForce)),
  number.map(
    (n): Action =>
      (desk) => {
        const zones = desk.planned.shown.all('zone');
        const zone = zones[n % zones.length]!;
        const lines = [line([n * 4 + 2, -1], [n * 4 + 2, 11])];
        return desk.edit(splitZone, { zoneId: zone.id, lines, newId: desk.newId() });
      },
  ),
  number.map(
    (n): Action =>
      (desk) => {
        const zones = desk.planned.shown.all('zone');
        const pair = [zones[n % zones.length]!.id, zones[(n + 1) % zones.length]!.id];
        return desk.edit(mergeZones, { zoneIds: pair });
      },
  ),
  number.map(
    (n): Action =>
      (desk) =>
        desk.editPlans(changeScenario, {
          scenarioId: desk.scenarioIds[n % 3] ?? '',
          name: `改${n}`,
        }),
  ),
  number.map(
    (n): Action =>
      (desk) =>
        desk.editPlans(removeScenario, { scenarioId: desk.scenarioIds[n % 3] ?? '' }),
  ),
  number.map(
    (n): Action =>
      (desk) =>
        desk.editPlans(adoptScenario, {
          scenarioId: desk.scenarioIds[n % 3] ?? '',
          editionId: desk.newId(),
          from: '2026-06-01',
          today: '2026-06-01',
          overwrites: true,
        }),
  ),
  fc.constant<Action>((desk) => desk.take(desk.history.undoStep())),
  fc.constant<Action>((desk) => desk.take(desk.history.redoStep())),
);

describe('a project with the plan that is shown', () => {
  it('shows what the plan says after every change, tells it by patches, and keeps the rest apart', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (list) => {
        const desk = new Desk();
        for (const act of list) {
          if (act(desk)) taken += 1;
          const { stored, shown, plan } = desk.planned;
          expect(contentOf(shown.all('zone'))).toEqual(contentOf(zonesOfPlan(stored, plan)!));
          expect(contentOf(desk.follower.everything())).toEqual(contentOf(shown.everything()));
        }
        // Read back after a restart, the log gives the same project and the same undo.
        const replayed = land();
        for (const { patch } of desk.history.rows) replayed.apply(patch);
        expect(contentOf(replayed.everything())).toEqual(
          contentOf(desk.planned.stored.everything()),
        );
        const rebuilt = new History(structuredClone(desk.history.rows));
        rebuilt.track = desk.history.track;
        expect(rebuilt.undoStep()).toEqual(desk.history.undoStep());
        // Everything outside scenarios can be taken back, and the project is as it was.
        desk.show(planInForce);
        while (desk.take(desk.history.undoStep()));
        expect(contentOf(desk.planned.stored.everything())).toEqual(desk.first);
      }),
    );
    expect(taken).toBeGreaterThan(150);
  });

  it('takes back in a scenario what was done there, whatever was done elsewhere since', () => {
    const desk = new Desk();
    desk.editPlans(addScenario, { newId: idOf(0x601), name: '一' });
    desk.show({ of: 'scenario', id: idOf(0x601) });
    const [a, b, c] = desk.planned.shown.all('zone').map(({ id }) => id) as [
      string,
      string,
      string,
    ];
    desk.edit(mergeZones, { zoneIds: [a, b] });
    desk.show(planInForce);
    desk.edit(mergeZones, { zoneIds: [b, c] });
    desk.editPlans(changeScenario, { scenarioId: idOf(0x601), name: '二' });
    desk.show({ of: 'scenario', id: idOf(0x601) });
    expect(desk.take(desk.history.undoStep())).toBe(true);
    expect(desk.planned.stored.find('scenario', idOf(0x601))).toMatchObject({
      name: '二',
      changes: { updated: [], removed: [] },
    });
    expect(desk.take(desk.history.undoStep())).toBe(false);
    desk.take(desk.history.redoStep());
    expect(desk.planned.stored.find('scenario', idOf(0x601))?.changes.removed).toHaveLength(1);
    expect(desk.planned.stored.all('zone')).toHaveLength(2);
  });

  it('refuses to edit a plan of the past', () => {
    const desk = new Desk();
    desk.show({ of: 'day', day: '2026-01-01' });
    const zoneIds = desk.planned.shown.all('zone').map(({ id }) => id);
    expect(editInPlan(desk.planned, mergeZones, { zoneIds })).toEqual({
      refused: 'edit.scenario.refused.past',
    });
  });
});
