import { boundsMeet } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Zone } from '#shared/model/zone.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { changesOf, type Patch } from './patch.ts';

/** Less ground in m² is the noise of the grid where two borders are one. */
const noiseM2 = 0.5;

/** Ground that two areas have both, in m². */
function commonM2(one: Area, other: Area): number {
  if (!boundsMeet(boxOf(one), boxOf(other))) return 0;
  const zones = [
    { id: 'one', geometry: one },
    { id: 'other', geometry: other },
  ];
  const { overlaps } = coverageFaces({ boundary: null, zones, exceptions: [], planar: false });
  return overlaps.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}

/** Whether two zones answer for the same issues, some of them at least. */
function shareClasses(one: Zone, other: Zone): boolean {
  if (one.categories.length === 0 || other.categories.length === 0) return true;
  return one.categories.some((category) => other.categories.includes(category));
}

/**
 * A zone that is locked, and on whose ground a 点 or 条 of the patch comes to lie: it keeps its shape, but not
 * what it answers for. Null where there is none; what lay over it before may go on doing so.
 */
export function lockedBelow(
  document: DocumentView,
  patch: Patch,
  isLocked: (zone: Zone) => boolean,
): Zone | null {
  for (const [from, to] of changesOf(patch)) {
    if (to?.kind !== 'zone' || precedence[to.shape] === 0) continue;
    const ground = zoneGround(to);
    if (!ground) continue;
    const before = from?.kind === 'zone' ? zoneGround(from) : null;
    for (const zone of document.all('zone')) {
      if (zone.id === to.id || precedence[zone.shape] >= precedence[to.shape]) continue;
      if (!isLocked(zone) || !shareClasses(zone, to)) continue;
      const own = zoneGround(zone);
      if (!own || !boundsMeet(boxOf(own), boxOf(ground))) continue;
      const taken = commonM2(ground, own) - (before ? commonM2(before, own) : 0);
      if (taken > noiseM2) return zone;
    }
  }
  return null;
}
