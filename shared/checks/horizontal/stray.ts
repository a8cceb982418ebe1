import type { Polygon } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { toArea, toPolygons } from '#shared/geo/clip.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { SoundAreas, SoundZone } from './sound-areas.ts';

/** Rounding of areas, as a share. */
const slack = 1e-9;

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
  if (geometry.type === 'Polygon' || geometry.coordinates.length < 2) return null;
  const [, ...smaller] = unionGround(toPolygons(geometry), planar).sort(
    (a, b) => areaM2(b, planar) - areaM2(a, planar),
  );
  if (smaller.length === 0) return null;
  const stray = strayFinding(smaller, planar);
  const params = { name: zone.name, n: smaller.length + 1, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [id], message: { key: 'stray.parts', params } };
}

/** Zones that fill a hole of another one alone: same extent and same area. */
function enclaves({ zones, packed }: SoundAreas, planar: boolean): DraftFinding[] {
  const { ringHole, ringBox, ringArea, ringParty, partyRing } = packed.coverage.rings;
  if (!ringHole.includes(1)) return [];
  const boxOf = (ring: number) => ringBox.subarray(4 * ring, 4 * ring + 4).join();
  const isBlock = (party: number) => zones[party]?.zone.shape === 'block';
  const wholes = new Map<string, number[]>();
  for (let party = 0; party < zones.length; party++) {
    const first = partyRing[party] ?? 0;
    const others = ringHole.subarray(first + 1, partyRing[party + 1]);
    if (!isBlock(party) || others.includes(0)) continue;
    const box = boxOf(first);
    const list = wholes.get(box);
    if (list) list.push(party);
    else wholes.set(box, [party]);
  }
  const found: DraftFinding[] = [];
  for (let ring = 0; ring < ringParty.length; ring++) {
    const party = ringParty[ring] ?? -1;
    const around = zones[party];
    if (ringHole[ring] !== 1 || !around || !isBlock(party)) continue;
    for (const inner of wholes.get(boxOf(ring)) ?? []) {
      const zone = zones[inner];
      const room = -(ringArea[ring] ?? 0);
      const size = ringArea[partyRing[inner] ?? 0] ?? 0;
      if (!zone || inner === party || Math.abs(size / room - 1) > slack) continue;
      const stray = strayFinding(toPolygons(zone.geometry), planar);
      const params = {
        name: zone.zone.name,
        around: around.zone.name,
        area: readable(stray.areaM2),
      };
      const recordIds = [zone.id, around.id];
      found.push({ ...stray, recordIds, message: { key: 'stray.enclave', params } });
    }
  }
  return found;
}

/**
 * Blocks worth a second look though no rule forbids them: in several places, or all inside another.
 * Roads may be broken off and sites lie within blocks by their nature, so neither is listed.
 */
export function strayFindings(sound: SoundAreas, planar: boolean): DraftFinding[] {
  const parts = sound.zones.flatMap((zone) => {
    return zone.zone.shape === 'block' ? (scattered(zone, planar) ?? []) : [];
  });
  return [...parts, ...enclaves(sound, planar)];
}
