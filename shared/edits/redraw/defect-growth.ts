import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type CoverageRegion, coverageFaces } from '#shared/topology/coverage-faces.ts';
import { boxOf, edgeIndexOf } from '#shared/topology/redraw/on-border.ts';
import { lineLengthM } from '#shared/topology/redraw/ring-path.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { nearParties } from './near-parties.ts';

export interface DefectGrowth {
  /** A zone on ground that has become covered twice or lies outside; null when there is none. */
  overlapId: string | null;
  /** Whether ground that somebody answered for has been left to nobody. */
  leavesGround: boolean;
}

/** Ground of the changed zones before (0) or after (1) a patch, by id. */
function groundsOf(patch: Patch, side: 0 | 1): { id: string; geometry: Area }[] {
  return changesOf(patch).flatMap((pair) => {
    const record = pair[side];
    const geometry = record?.kind === 'zone' ? zoneGround(record) : null;
    return record && geometry ? [{ id: record.id, geometry }] : [];
  });
}

/** A region that is no noise of the grid: wider than rounding makes it, or more than the checks let pass as a wedge. */
const least = { widthM: 0.006, areaM2: 0.3 };

function isReal({ areaM2, polygon }: CoverageRegion): boolean {
  if (areaM2 > least.areaM2) return true;
  const around = polygon.coordinates.reduce((total, ring) => total + lineLengthM(ring), 0);
  return 2 * areaM2 > least.widthM * around;
}

const sum = (regions: readonly { areaM2: number }[]): number =>
  regions.reduce((total, { areaM2 }) => total + areaM2, 0);

/** Whether some regions are more than others before, by their sum, or where there was nothing but noise. */
function growth(
  before: readonly CoverageRegion[],
  after: readonly CoverageRegion[],
  noise: number,
): boolean {
  if (sum(after) > sum(before) + noise) return true;
  return !before.some(isReal) && after.some(isReal);
}

/** Ground of zones beyond the outline; not looked for where all lies well inside. */
function outsideOf(outline: Area, zones: readonly { id: string; geometry: Area }[], box: Bounds) {
  const [west, south, east, north] = box.map(toGrid) as Bounds;
  const index = edgeIndexOf(outline);
  // No edge of the outline near, and one corner inside: all is inside.
  let isNear = index.locate(west, south) === 'outside';
  index.edgesMeeting([west, south, east, north], () => {
    isNear = true;
  });
  if (!isNear) return [];
  return coverageFaces({ boundary: outline, zones, exceptions: [], planar: false }).outside;
}

/**
 * How what is wrong with the ground near a change grows by it. For changes whose borders do not cancel.
 * @param noise growth in m² that is none yet, where it has the shape of noise
 */
export function defectGrowth(document: DocumentView, patch: Patch, noise: number): DefectGrowth {
  const [before, after] = [groundsOf(patch, 0), groundsOf(patch, 1)];
  const boxes = [...before, ...after].map(({ geometry }) => boxOf(geometry));
  const box = boundsOf(
    boxes.flatMap(([west, south, east, north]) => [
      [west, south],
      [east, north],
    ]),
  );
  const facesOf = (view: DocumentView) => {
    const { zones, exceptions } = nearParties(view, [box]);
    const question = { boundary: null, exceptions: [], planar: false };
    const { overlaps } = coverageFaces({ ...question, zones });
    // Excepted ground is not left to nobody.
    const { coveredM2, gaps } = coverageFaces({ ...question, zones: [...zones, ...exceptions] });
    return { overlaps, coveredM2, gaps };
  };
  const [then, now] = [facesOf(document), facesOf(patchedView(document, patch))];
  const [district] = document.all('district');
  const outside = (zones: typeof before) =>
    district ? outsideOf(district.geometry, zones, box) : [];
  const [out, outNow] = [outside(before), outside(after)];
  const grows = growth([...then.overlaps, ...out], [...now.overlaps, ...outNow], noise);
  const changed = new Set([...Object.keys(patch.updated), ...Object.keys(patch.added)]);
  const faults = [...now.overlaps, ...outNow];
  // One that was there before, between others, is not what grew.
  const own = faults.filter(({ zoneIds }) => zoneIds.some((id) => changed.has(id)));
  const doubled = (own.length > 0 ? own : faults).flatMap(({ zoneIds }) => zoneIds);
  return {
    overlapId: grows ? (doubled.find((id) => !changed.has(id)) ?? doubled[0] ?? null) : null,
    leavesGround:
      now.coveredM2 - sum(outNow) < then.coveredM2 - sum(out) - noise ||
      growth(then.gaps, now.gaps, noise),
  };
}
