import Flatbush from 'flatbush';
import type { Polygon } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds, boundsOf } from '#shared/geo/bounds.ts';
import { toArea, toPolygons } from '#shared/geo/clip.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { SoundZone } from './sound-areas.ts';

/** Share of a hole that a zone may leave free or exceed and still be what fills it. */
const slack = 1e-6;

/** What is the same for both kinds of stray. Positions are metres when `planar`, else degrees. */
function strayFinding(parts: readonly Polygon[], planar: boolean) {
  const [largest = { type: 'Polygon' as const, coordinates: [] }] = [...parts].sort(
    (a, b) => areaM2(b, planar) - areaM2(a, planar),
  );
  const { at, widthM } = widestPlace(largest, planar);
  return {
    rule: 'stray' as const,
    severity: 'note' as const,
    areaM2: parts.reduce((sum, part) => sum + areaM2(part, planar), 0),
    widthM,
    lengthM: null,
    at,
    geometry: toArea(parts),
  };
}

/** A zone in several places: all but the largest of its parts; null when they hang together. */
function scattered({ id, zone, geometry }: SoundZone, planar: boolean): DraftFinding | null {
  const parts = toPolygons(geometry);
  if (parts.length < 2) return null;
  const [, ...smaller] = unionGround(parts, planar).sort(
    (a, b) => areaM2(b, planar) - areaM2(a, planar),
  );
  if (smaller.length === 0) return null;
  const stray = strayFinding(smaller, planar);
  const params = { name: zone.name, n: smaller.length + 1, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [id], message: { key: 'stray.parts', params } };
}

/** Zones that fill a hole of another one alone. */
function enclaves(zones: readonly SoundZone[], planar: boolean): DraftFinding[] {
  const holes = zones.flatMap((around) =>
    polygonsOf(around.geometry).flatMap(([, ...rings]) => rings.map((ring) => ({ around, ring }))),
  );
  const whole = zones.filter(({ geometry }) => polygonsOf(geometry).length === 1);
  if (holes.length === 0 || whole.length === 0) return [];
  const index = new Flatbush(whole.length);
  for (const { geometry } of whole) index.add(...areaBounds(geometry));
  index.finish();
  return holes.flatMap(({ around, ring }) => {
    const hole: Polygon = { type: 'Polygon', coordinates: [ring] };
    const room = areaM2(hole, planar);
    const [west, south, east, north] = boundsOf(ring);
    const margin = Math.max(east - west, north - south) * slack;
    const inside = index.search(west, south, east, north).flatMap((i) => {
      const zone = whole[i];
      if (!zone || zone === around) return [];
      const box = areaBounds(zone.geometry);
      const fits =
        box[0] >= west - margin &&
        box[1] >= south - margin &&
        box[2] <= east + margin &&
        box[3] <= north + margin;
      const outer: Polygon = {
        type: 'Polygon',
        coordinates: [polygonsOf(zone.geometry)[0]?.[0] ?? []],
      };
      return fits && Math.abs(areaM2(outer, planar) / room - 1) <= slack ? [zone] : [];
    });
    return inside.map((zone): DraftFinding => {
      const stray = strayFinding(toPolygons(zone.geometry), planar);
      const params = {
        name: zone.zone.name,
        around: around.zone.name,
        area: readable(stray.areaM2),
      };
      return {
        ...stray,
        recordIds: [zone.id, around.id],
        message: { key: 'stray.enclave', params },
      };
    });
  });
}

/**
 * Blocks worth a second look though no rule forbids them: in several places, or all inside another.
 * Roads may be broken off and sites lie within blocks by their nature, so neither is listed.
 */
export function strayFindings(zones: readonly SoundZone[], planar: boolean): DraftFinding[] {
  const blocks = zones.filter(({ zone }) => zone.shape === 'block');
  return [...blocks.flatMap((zone) => scattered(zone, planar) ?? []), ...enclaves(blocks, planar)];
}
