import { create } from 'zustand';
import type { MergePlan } from '#shared/merge/plan-merge.ts';

/** Another copy of the project that is being merged, and the name of its file; null when none is. */
export const useMergeShown = create<{ copy: { plan: MergePlan; file: string } | null }>()(() => ({
  copy: null,
}));

export function showMerge(copy: { plan: MergePlan; file: string } | null): void {
  useMergeShown.setState({ copy });
}
