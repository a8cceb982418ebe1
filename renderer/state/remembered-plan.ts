import * as z from 'zod';
import { planInForce, type ShownPlan } from '#shared/edits/scenario/shown-plan.ts';

/** Only scenarios are remembered: who comes back to work means the present, not a day gone by. */
const remembered = z.object({ of: z.literal('scenario'), id: z.uuid() });

const keyOf = (projectId: string) => `hengzong-plan-${projectId}`;

/** The plan that was last worked on in a project; the one in force where none was. */
export function recallPlan(projectId: string): ShownPlan {
  try {
    return remembered.parse(JSON.parse(localStorage.getItem(keyOf(projectId)) ?? ''));
  } catch {
    return planInForce;
  }
}

export function rememberPlan(projectId: string, plan: ShownPlan): void {
  try {
    if (plan.of === 'scenario') localStorage.setItem(keyOf(projectId), JSON.stringify(plan));
    else localStorage.removeItem(keyOf(projectId));
  } catch (error) {
    // A full disk costs the place in the work, not the work.
    console.warn(error);
  }
}
