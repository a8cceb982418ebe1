import { create } from 'zustand';
import type { ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import { useDialogs } from './dialogs.ts';
import { useProject } from './project.ts';

interface PlansState {
  /** The two plans that are held against each other, the older one first. */
  compared: readonly [before: ShownPlan, after: ShownPlan] | null;
  /** The scenario that is to be put in force, while its form is open. */
  adoptingId: string | null;
}

const nothing: PlansState = { compared: null, adoptingId: null };

/** What is being done with the plans of the project; nothing of it is an edit. */
export const usePlans = create<PlansState>()(() => nothing);

/** Opens the comparison of two plans. */
export function comparePlansOf(before: ShownPlan, after: ShownPlan): void {
  usePlans.setState({ compared: [before, after] });
  useDialogs.getState().show('compare-plans');
}

/** Opens the form that puts a scenario in force; null closes it. */
export function askToAdopt(adoptingId: string | null): void {
  usePlans.setState({ adoptingId });
}

useProject.subscribe((now, before) => {
  if (now.document !== before.document) usePlans.setState(nothing);
});
