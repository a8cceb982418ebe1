import type { DocumentView } from '#shared/model/document-view.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Zone } from '#shared/model/zone.ts';
import { planOn } from './plan-on.ts';
import { scenarioView } from './scenario-view.ts';

/** A plan that can be looked at: the one in force, one that is tried, or the one of a day (`YYYY-MM-DD`). */
export type ShownPlan =
  | { of: 'inForce' }
  | { of: 'scenario'; id: string }
  | { of: 'day'; day: string };

export const planInForce: ShownPlan = { of: 'inForce' };

/** Zones of scenarios, by the zones in force that they were made from: a plan is looked at again and again. */
const known = new WeakMap<Scenario, { inForce: readonly Zone[]; zones: readonly Zone[] }>();

function zonesOfScenario(stored: DocumentView, scenario: Scenario): readonly Zone[] {
  // A document keeps its list, and a scenario is another object, as soon as one of them changes.
  const inForce = stored.all('zone');
  const last = known.get(scenario);
  if (last?.inForce === inForce) return last.zones;
  const zones = scenarioView(stored, scenario).all('zone');
  known.set(scenario, { inForce, zones });
  return zones;
}

/** The zones of a plan; null when there is no such scenario (any more). */
export function zonesOfPlan(stored: DocumentView, plan: ShownPlan): readonly Zone[] | null {
  if (plan.of === 'inForce') return stored.all('zone');
  if (plan.of === 'day') return planOn(stored, plan.day);
  const scenario = stored.find('scenario', plan.id);
  return scenario ? zonesOfScenario(stored, scenario) : null;
}

export function samePlan(one: ShownPlan, other: ShownPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
