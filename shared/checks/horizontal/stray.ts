import type { Polygon } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { toArea, toPolygons } from '#shared/geo/clip.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { ringOrder } from '#shared/topology/ring-orders.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { SoundAreas } from './sound-areas.ts';

/** Cuts across a part to find a place in it: districts may have thousands of parts. */
const cuts = 1;

/** Rounding of areas, as a share. */
const slack = 1e-9;

/** Connected ground of a zone. */
interface Part {
  polygon: Polygon;
  areaM2: number;
}

/** What is the same for both kinds of stray; the largest part comes first. */
function strayFinding(parts: readonly Part[], planar: boolean) {
  const [largest] = parts;
  return {
    rule: 'stray' as const,
    severity: 'note' as const,
    areaM2: parts.reduce((sum, part) => sum + part.areaM2, 0),
    widthM: null,
    lengthM: null,
    at: (largest && innerPlace(largest.polygon, planar, cuts)) ?? [],
    geometry: toArea(parts.map(({ polygon }) => polygon)),
  };
}

/** The polygons of a party with their areas on the grid, holes taken off. */
function partsOf({ zones, packed }: SoundAreas, party: number): Part[] {
  const { ringPart, ringArea, partyRing } = packed.coverage.rings;
  const geometry = zones[party]?.geometry;
  const parts = (geometry ? toPolygons(geometry) : []).map((polygon) => ({ polygon, areaM2: 0 }));
  for (let ring = partyRing[party] ?? 0; ring < (partyRing[party + 1] ?? 0); ring++) {
    const part = parts[ringPart[ring] ?? -1];
    if (part) part.areaM2 += ringArea[ring] ?? 0;
  }
  return parts.filter(({ areaM2: size }) => size > 0);
}

/** A zone in several places: all but the largest of its parts; null when they hang together. */
function scattered(sound: SoundAreas, party: number, planar: boolean): DraftFinding | null {
  const found = sound.zones[party];
  if (found?.geometry.type !== 'MultiPolygon' || found.geometry.coordinates.length < 2) return null;
  let parts = partsOf(sound, party);
  // Only parts that touch may hang together, and hardly any do.
  if (sound.packed.orders[party] !== ringOrder.simple) {
    const drawn = parts.map(({ polygon }) => polygon);
    parts = unionGround(drawn, planar).map((polygon) => {
      return { polygon, areaM2: areaM2(polygon, planar) };
    });
  }
  const [, ...smaller] = parts.sort((a, b) => b.areaM2 - a.areaM2);
  if (smaller.length === 0) return null;
  const stray = strayFinding(smaller, planar);
  const params = { name: found.zone.name, n: smaller.length + 1, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [found.id], message: { key: 'stray.parts', params } };
}

/** Zones that fill a hole of another one alone: same extent and same area. */
function enclaves(sound: SoundAreas, planar: boolean): DraftFinding[] {
  const { zones, packed } = sound;
  const { ringHole, ringBox, ringArea, ringParty, partyRing } = packed.coverage.rings;
  if (!ringHole.includes(1)) return [];
  const boxOf = (ring: number) => ringBox.subarray(4 * ring, 4 * ring + 4).join();
  const isBlock = (party: number) => zones[party]?.zone.shape === 'block';
  /** Corners of the holes, by which nearly all zones are told to fill none. */
  const corners = new Set<number>();
  const cornerOf = (ring: number) =>
    65_537 * (ringBox[4 * ring] ?? 0) + (ringBox[4 * ring + 1] ?? 0);
  ringHole.forEach((hole, ring) => hole === 1 && corners.add(cornerOf(ring)));
  const wholes = new Map<string, number[]>();
  for (let party = 0; party < zones.length; party++) {
    const first = partyRing[party] ?? 0;
    if (!corners.has(cornerOf(first)) || !isBlock(party)) continue;
    if (ringHole.subarray(first + 1, partyRing[party + 1]).includes(0)) continue;
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
      const stray = strayFinding(partsOf(sound, inner), planar);
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
  const parts = sound.zones.flatMap(({ zone }, party) => {
    return zone.shape === 'block' ? (scattered(sound, party, planar) ?? []) : [];
  });
  return [...parts, ...enclaves(sound, planar)];
}
