import type { Polygon } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { toArea, toPolygons } from '#shared/geo/clip.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { placeInRings } from '#shared/topology/place-in-rings.ts';
import { ringOrder } from '#shared/topology/ring-orders.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { Ground } from './coverage-faces.ts';
import type { SoundAreas } from './sound-areas.ts';

/** Rounding of areas, as a share. */
const slack = 1e-9;

/** Connected ground of a zone, with its rings: those from `first` to before `end`. */
interface Part {
  polygon: Polygon;
  areaM2: number;
  rings: CoverageRings;
  first: number;
  end: number;
}

/** What is the same for both kinds of stray; the largest part comes first. */
function strayFinding(largest: Part, others: readonly Part[]) {
  const { rings, first, end } = largest;
  const parts = [largest, ...others];
  return {
    rule: 'stray' as const,
    severity: 'note' as const,
    areaM2: parts.reduce((sum, part) => sum + part.areaM2, 0),
    widthM: null,
    lengthM: null,
    at: placeInRings(rings, first, end) ?? largest.polygon.coordinates[0]?.[0] ?? [],
    geometry: toArea(parts.map(({ polygon }) => polygon)),
  };
}

/** The polygons of a party that have ground, the largest first. `geometry` is what was packed. */
function partsOf(rings: CoverageRings, party: number, geometry: Ground): Part[] {
  const { ringPart, ringArea, partyRing } = rings;
  const last = partyRing[party + 1] ?? 0;
  const parts: Part[] = [];
  for (let first = partyRing[party] ?? 0; first < last; ) {
    const number = ringPart[first] ?? 0;
    let size = 0;
    let end = first;
    for (; end < last && ringPart[end] === number; end++) size += ringArea[end] ?? 0;
    const coordinates = polygonsOf(geometry)[number] ?? [];
    parts.push({ polygon: { type: 'Polygon', coordinates }, areaM2: size, rings, first, end });
    first = end;
  }
  return parts.filter((part) => part.areaM2 > 0).sort((a, b) => b.areaM2 - a.areaM2);
}

/** The parts of an area that hang together united. */
function unitedParts(geometry: Ground, { grid }: CoverageRings): Part[] {
  const united = toArea(unionGround(toPolygons(geometry), grid.planar));
  return united ? partsOf(packRings([{ geometry: united, sign: 1 }], grid), 0, united) : [];
}

/** A zone in several places: all but the largest of its parts; null when they hang together. */
function scattered({ zones, packed }: SoundAreas, party: number): DraftFinding | null {
  const { rings } = packed.coverage;
  const first = rings.partyRing[party] ?? 0;
  const end = rings.partyRing[party + 1] ?? 0;
  if (end - first < 2 || rings.ringPart[first] === rings.ringPart[end - 1]) return null;
  const found = zones[party];
  if (found?.zone.shape !== 'block') return null;
  // Only parts that touch may hang together, and hardly any do.
  const apart = packed.orders[party] === ringOrder.simple;
  const [, largest, ...others] = apart
    ? partsOf(rings, party, found.geometry)
    : unitedParts(found.geometry, rings);
  if (!largest) return null;
  const stray = strayFinding(largest, others);
  const params = { name: found.zone.name, n: others.length + 2, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [found.id], message: { key: 'stray.parts', params } };
}

/** Zones that fill a hole of another one alone: same extent and same area. */
function enclaves({ zones, packed }: SoundAreas): DraftFinding[] {
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
      const [whole, ...others] = partsOf(packed.coverage.rings, inner, zone.geometry);
      if (!whole) continue;
      const stray = strayFinding(whole, others);
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
export function strayFindings(sound: SoundAreas): DraftFinding[] {
  const found: DraftFinding[] = [];
  for (let party = 0; party < sound.zones.length; party++) {
    const finding = scattered(sound, party);
    if (finding) found.push(finding);
  }
  return [...found, ...enclaves(sound)];
}
