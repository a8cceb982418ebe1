import { type RefObject, useEffect, useMemo } from 'react';
import { boundsOf } from '#renderer/map/geometry-bounds.ts';
import type { Contest, MapHandle } from '#renderer/map/map-view-props.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import {
  type ShownCopy,
  showMerge,
  shownConflict,
  useMergeShown,
} from '#renderer/state/keep/merge-shown.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { placeOf } from './place-of.ts';

/** More outlines than that would hold the map up; the panel lists all conflicts. */
const mostOthers = 500;

/** The copy that is being merged into the open project, and the conflict that its map is to show. */
export function useContest(map: RefObject<MapHandle | null>): {
  copy: ShownCopy | null;
  contest: Contest | null;
} {
  const text = useText();
  const state = useMergeShown();
  const projectId = useProject(({ project }) => project?.id);
  const copy = state.copy?.projectId === projectId ? state.copy : null;
  const shown = shownConflict(state);
  const { apart } = state;

  // The plan of one project means nothing to another.
  const isForeign = state.copy !== null && copy === null;
  useEffect(() => {
    if (isForeign) showMerge(null);
  }, [isForeign]);

  const contest = useMemo((): Contest | null => {
    if (!copy) return null;
    const others = copy.plan.conflicts.flatMap((one) => {
      const record = one === shown ? null : (one.mine ?? one.theirs);
      return record ? [record] : [];
    });
    return {
      mine: shown?.mine ?? null,
      theirs: shown?.theirs ?? null,
      onlyMine: apart?.onlyMine ?? [],
      onlyTheirs: apart?.onlyTheirs ?? [],
      names: { mine: text('keep.merge.mine'), theirs: text('keep.merge.theirs') },
      others: others.slice(0, mostOthers),
    };
  }, [copy, shown, apart, text]);

  useEffect(() => {
    if (!shown) return;
    const bounds = boundsOf([shown.mine, shown.theirs].map((one) => recordPlace(one ?? undefined)));
    const { document } = useProject.getState();
    const elsewhere = document ? placeOf(document, shown.id) : undefined;
    // Once the panel stands, the map knows how much of it is covered.
    requestAnimationFrame(() => {
      if (bounds && bounds[0] < bounds[2]) map.current?.flyToBounds(bounds);
      else if (bounds) map.current?.flyToPosition([bounds[0], bounds[1]], 16);
      else if (elsewhere?.bounds) map.current?.flyToBounds(elsewhere.bounds);
      else if (elsewhere?.position) map.current?.flyToPosition(elsewhere.position, 16);
    });
  }, [map, shown]);

  return { copy, contest };
}
