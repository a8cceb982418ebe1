import { BandedArea } from '#shared/geo/banded-area.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

const known = new WeakMap<Area, BandedArea>();

/** An area that can be asked where a position lies; made once, since geometries never change in place. */
export function areaGround(area: Area): BandedArea {
  let ground = known.get(area);
  if (!ground) {
    ground = new BandedArea(area);
    known.set(area, ground);
  }
  return ground;
}

/** The ground of a zone (polygon, band along its line, circle); null when it has none. */
export function zoneGroundOf(zone: Zone): BandedArea | null {
  const ground = zoneGround(zone);
  return ground && areaGround(ground);
}
