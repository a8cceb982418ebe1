import { areaBounds, boundsOf } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { nearParties } from './near-parties.ts';

/** Noise of the grid along a few kilometres of border, in m². */
const noiseM2 = 0.5;

export interface DefectGrowth {
  /** A zone on ground that has become covered twice or lies outside; null when there is none. */
  overlapId: string | null;
  /** Whether ground lost its zone where there was no gap before. */
  opensGap: boolean;
}

/** How what is wrong with the ground near a change grows by it. For changes whose borders do not cancel. */
export function defectGrowth(document: DocumentView, patch: Patch): DefectGrowth {
  const places = Object.values(patch.updated).flatMap((pair) =>
    pair.flatMap((record) => {
      const ground = record.kind === 'zone' ? zoneGround(record) : null;
      return ground ? [areaBounds(ground)] : [];
    }),
  );
  const [west, south, east, north] = boundsOf(
    places.flatMap(([w, s, e, n]) => [
      [w, s],
      [e, n],
    ]),
  );
  const [district] = document.all('district');
  const facesOf = (view: DocumentView) =>
    coverageFaces({
      boundary: district?.geometry ?? null,
      ...nearParties(view, [[west, south, east, north]]),
      planar: false,
    });
  const before = facesOf(document);
  const after = facesOf(patchedView(document, patch));
  const sum = (regions: readonly { areaM2: number }[]) =>
    regions.reduce((total, { areaM2 }) => total + areaM2, 0);
  const twice = (faces: typeof before) => sum(faces.overlaps) + sum(faces.outside);
  const grows = twice(after) > twice(before) + noiseM2;
  const changed = new Set(Object.keys(patch.updated));
  const doubled = [...after.overlaps, ...after.outside].flatMap(({ zoneIds }) => zoneIds);
  const touchesGap = before.gaps.some(
    ({ besideIds, areaM2 }) => areaM2 > noiseM2 && besideIds.some((id) => changed.has(id)),
  );
  // Beyond what was looked at nobody is known: only what this change adds counts.
  const opens = sum(after.gaps) > sum(before.gaps) + noiseM2;
  return {
    overlapId: grows ? (doubled.find((id) => !changed.has(id)) ?? doubled[0] ?? null) : null,
    opensGap: opens && !touchesGap,
  };
}
