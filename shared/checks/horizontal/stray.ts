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
import type { SoundAreas, SoundZone } from './sound-areas.ts';

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

/** Whether the rings of a party are those of more than one polygon; hardly any zone's are. */
function hasSeveralParts({ ringPart, partyRing }: CoverageRings, party: number): boolean {
  const first = partyRing[party]!;
  const last = partyRing[party + 1]! - 1;
  return last > first && ringPart[first] !== ringPart[last];
}

/** The ground of a zone as packed: party `party` of `rings`. */
export interface PackedZone {
  zone: SoundZone;
  rings: CoverageRings;
  party: number;
}

/**
 * A zone in several places: all but the largest of its parts; null when they hang together. `order`
 * tells how its rings stand to each other, see ring-orders.ts.
 */
export function scattered(packed: PackedZone, order: number): DraftFinding | null {
  const { rings, party } = packed;
  const { id, zone, geometry } = packed.zone;
  if (!hasSeveralParts(rings, party) || zone.shape !== 'block') return null;
  // Only parts that touch may hang together, and hardly any do.
  const apart = order === ringOrder.simple;
  const [, largest, ...others] = apart
    ? partsOf(rings, party, geometry)
    : unitedParts(geometry, rings);
  if (!largest) return null;
  const stray = strayFinding(largest, others);
  const params = { name: zone.name, n: others.length + 2, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [id], message: { key: 'stray.parts', params } };
}

/** Number of the one outer ring of a party; null when it has none or several. */
export function onlyOuter({ ringHole, partyRing }: CoverageRings, party: number): number | null {
  const first = partyRing[party] ?? 0;
  const end = partyRing[party + 1] ?? first;
  for (let r = first + 1; r < end; r++) if (ringHole[r] === 0) return null;
  return first === end ? null : first;
}

/** A ring of a block: its extent, as text, and its area in m². */
export interface Room {
  box: string;
  areaM2: number;
}

/** The room that a ring takes up. */
export function roomOf({ ringBox, ringArea }: CoverageRings, ring: number): Room {
  const i = 4 * ring;
  const box = `${ringBox[i]},${ringBox[i + 1]},${ringBox[i + 2]},${ringBox[i + 3]}`;
  return { box, areaM2: Math.abs(ringArea[ring] ?? 0) };
}

/** A zone that fills a hole of another one alone: same extent (which is seen to before), same area. */
export function enclave(
  inner: { zone: SoundZone; whole: Room; packed: () => PackedZone },
  around: { zone: SoundZone; hole: Room },
): DraftFinding | null {
  const { zone } = inner;
  const alike = Math.abs(inner.whole.areaM2 / around.hole.areaM2 - 1) <= slack;
  if (!alike || zone.id === around.zone.id) return null;
  const { rings, party } = inner.packed();
  const [whole, ...others] = partsOf(rings, party, zone.geometry);
  if (!whole) return null;
  const stray = strayFinding(whole, others);
  const names = { name: zone.zone.name, around: around.zone.zone.name };
  const params = { ...names, area: readable(stray.areaM2) };
  const recordIds = [zone.id, around.zone.id];
  return { ...stray, recordIds, message: { key: 'stray.enclave', params } };
}

/** Zones that fill a hole of another one alone. */
function enclaves({ zones, packed }: SoundAreas): DraftFinding[] {
  const { rings } = packed.coverage;
  const { ringHole, ringBox, ringParty, partyRing } = rings;
  if (!ringHole.includes(1)) return [];
  /** Corners of the holes, by which nearly all zones are told to fill none. */
  const corners = new Set<number>();
  // Small integers are quicker to find; two corners may share one.
  const cornerOf = (ring: number) =>
    (Math.imul(65_537, ringBox[4 * ring]!) + ringBox[4 * ring + 1]!) | 0;
  for (let ring = 0; ring < ringHole.length; ring++) {
    if (ringHole[ring] === 1) corners.add(cornerOf(ring));
  }
  const wholes = new Map<string, Parameters<typeof enclave>[0][]>();
  for (let party = 0; party < zones.length; party++) {
    if (partyRing[party] === partyRing[party + 1]) continue;
    if (!corners.has(cornerOf(partyRing[party]!))) continue;
    const zone = zones[party];
    if (zone?.zone.shape !== 'block') continue;
    const ring = onlyOuter(rings, party);
    if (ring === null) continue;
    const whole = roomOf(rings, ring);
    const entry = { zone, whole, packed: () => ({ zone, rings, party }) };
    const list = wholes.get(whole.box);
    if (list) list.push(entry);
    else wholes.set(whole.box, [entry]);
  }
  const found: DraftFinding[] = [];
  for (let ring = 0; ring < ringParty.length; ring++) {
    if (ringHole[ring] !== 1) continue;
    const around = zones[ringParty[ring]!];
    if (around?.zone.shape !== 'block') continue;
    const hole = roomOf(rings, ring);
    for (const inner of wholes.get(hole.box) ?? []) {
      const finding = enclave(inner, { zone: around, hole });
      if (finding) found.push(finding);
    }
  }
  return found;
}

/**
 * Blocks worth a second look though no rule forbids them: in several places, or all inside another.
 * Roads may be broken off and sites lie within blocks by their nature, so neither is listed.
 */
export function strayFindings(sound: SoundAreas): DraftFinding[] {
  const { coverage, orders } = sound.packed;
  const found: DraftFinding[] = [];
  const { rings } = coverage;
  for (let party = 0; party < sound.zones.length; party++) {
    if (!hasSeveralParts(rings, party)) continue;
    const zone = sound.zones[party];
    const finding = zone && scattered({ zone, rings, party }, orders[party] ?? 0);
    if (finding) found.push(finding);
  }
  return [...found, ...enclaves(sound)];
}
