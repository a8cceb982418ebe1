import { create } from 'zustand';
import { runJob } from '#renderer/jobs/run-job.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { GroundApart } from '#shared/jobs/compare-ground.ts';
import type { MergeConflict, MergePlan } from '#shared/merge/plan-merge.ts';
import type { Choice } from '#shared/merge/settle.ts';

/** Another copy of a project that is being merged into it. */
export interface ShownCopy {
  projectId: string;
  plan: MergePlan;
  /** Name of its file. */
  file: string;
  /** The passphrase that it was opened with; null where it has none. */
  passphrase: string | null;
  /** Works the plan out anew, on what the project has become. */
  again: () => Promise<MergePlan>;
}

interface MergeShown {
  /** Null while nothing is being merged. */
  copy: ShownCopy | null;
  choices: ReadonlyMap<string, Choice>;
  /** The conflict that panel and map show. */
  shownId: string | null;
  /** Where its two states differ on the ground; null until that is worked out. */
  apart: GroundApart | null;
}

const nothing: MergeShown = { copy: null, choices: new Map(), shownId: null, apart: null };

export const useMergeShown = create<MergeShown>()(() => nothing);

/** The conflict that is shown, if any. */
export const shownConflict = ({ copy, shownId }: MergeShown): MergeConflict | undefined =>
  copy?.plan.conflicts.find(({ id }) => id === shownId);

/** Begins to merge a copy, or (null) puts it away with everything chosen so far. */
export function showMerge(copy: ShownCopy | null): void {
  useMergeShown.setState({ ...nothing, copy });
  showConflict(copy?.plan.conflicts[0]?.id ?? null);
}

/** Shows one of the conflicts on the map and in the panel. */
export function showConflict(shownId: string | null): void {
  useMergeShown.setState({ shownId, apart: null });
  const conflict = shownConflict(useMergeShown.getState());
  if (!conflict) return;
  const { mine, theirs } = conflict;
  const isShown = () => shownConflict(useMergeShown.getState()) === conflict;
  runJob('compareGround', { mine, theirs }).then(
    (apart) => isShown() && useMergeShown.setState({ apart }),
    // Both shapes are to be seen without it.
    (error: unknown) => console.warn(error),
  );
}

export function chooseSide(id: string, choice: Choice): void {
  useMergeShown.setState(({ choices }) => ({ choices: new Map(choices).set(id, choice) }));
}

/** Settles all conflicts that are still open alike; each can be decided otherwise afterwards. */
export function chooseRest(choice: Choice): void {
  useMergeShown.setState(({ copy, choices }) => {
    const rest = copy?.plan.conflicts.filter(({ id }) => !choices.has(id)) ?? [];
    return { choices: new Map([...choices, ...rest.map(({ id }) => [id, choice] as const)]) };
  });
}

/** The next conflict after the one shown that is still open, or cannot stay settled as it is; null when there is none. */
export function nextOpen(
  { copy, choices, shownId }: MergeShown,
  lost: ReadonlySet<string>,
): string | null {
  const conflicts = copy?.plan.conflicts ?? [];
  const at = conflicts.findIndex(({ id }) => id === shownId);
  const inTurn = [...conflicts.slice(at + 1), ...conflicts.slice(0, Math.max(at, 0))];
  return inTurn.find(({ id }) => !choices.has(id) || lost.has(id))?.id ?? null;
}

/** Puts a plan that was worked out anew in the place of the one shown; what was settled and is as it was stays so. */
export function renewMerge(copy: ShownCopy, plan: MergePlan): void {
  const state = useMergeShown.getState();
  if (state.copy !== copy) return;
  const before = new Map(copy.plan.conflicts.map((conflict) => [conflict.id, conflict]));
  const choices = new Map<string, Choice>();
  for (const { id, mine, theirs } of plan.conflicts) {
    const [was, choice] = [before.get(id), state.choices.get(id)];
    const isSame = was && sameRecord(was.mine, mine) && sameRecord(was.theirs, theirs);
    if (choice && isSame) choices.set(id, choice);
  }
  useMergeShown.setState({ copy: { ...copy, plan }, choices });
  const stays = plan.conflicts.some(({ id }) => id === state.shownId);
  showConflict(stays ? state.shownId : (plan.conflicts[0]?.id ?? null));
}
