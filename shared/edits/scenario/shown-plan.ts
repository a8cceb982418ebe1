import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import { planOn } from './plan-on.ts';
import { scenarioView } from './scenario-view.ts';

/** A plan that can be looked at: the one in force, one that is tried, or the one of a day (`YYYY-MM-DD`). */
export type ShownPlan =
  | { of: 'inForce' }
  | { of: 'scenario'; id: string }
  | { of: 'day'; day: string };

export const planInForce: ShownPlan = { of: 'inForce' };

/** The zones of a plan; null when there is no such scenario (any more). */
export function zonesOfPlan(stored: DocumentView, plan: ShownPlan): readonly Zone[] | null {
  if (plan.of === 'inForce') return stored.all('zone');
  if (plan.of === 'day') return planOn(stored, plan.day);
  const scenario = stored.find('scenario', plan.id);
  return scenario ? scenarioView(stored, scenario).all('zone') : null;
}

export function samePlan(one: ShownPlan, other: ShownPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
