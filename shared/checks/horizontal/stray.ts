import type { Polygon } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { toArea, toPolygons } from '#shared/geo/clip.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
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
export function scattered({ id, zone, geometry }: SoundZone, planar: boolean): DraftFinding | null {
  if (zone.shape !== 'block') return null;
  if (geometry.type === 'Polygon' || geometry.coordinates.length < 2) return null;
  const [, ...smaller] = unionGround(toPolygons(geometry), planar).sort(
    (a, b) => areaM2(b, planar) - areaM2(a, planar),
  );
  if (smaller.length === 0) return null;
  const stray = strayFinding(smaller, planar);
  const params = { name: zone.name, n: smaller.length + 1, area: readable(stray.areaM2) };
  return { ...stray, recordIds: [id], message: { key: 'stray.parts', params } };
}

/** A ring of a block: its extent, as text, and its area in m². */
export interface Room {
  box: string;
  areaM2: number;
}

function roomOf({ ringBox, ringArea }: CoverageRings, ring: number): Room {
  const box = ringBox.subarray(4 * ring, 4 * ring + 4).join();
  return { box, areaM2: Math.abs(ringArea[ring] ?? 0) };
}

/** Number of the one outer ring of a party; null when it has none or several. */
function onlyOuter({ ringHole, partyRing }: CoverageRings, party: number): number | null {
  const first = partyRing[party] ?? 0;
  const end = partyRing[party + 1] ?? first;
  return first === end || ringHole.subarray(first + 1, end).includes(0) ? null : first;
}

/** The one outer ring of a party, if there is no more than one, and its holes. */
export function roomsOf(
  rings: CoverageRings,
  party: number,
): { whole: Room | null; holes: Room[] } {
  const { ringHole, partyRing } = rings;
  const outer = onlyOuter(rings, party);
  const holes: Room[] = [];
  for (let ring = partyRing[party] ?? 0; ring < (partyRing[party + 1] ?? 0); ring++) {
    if (ringHole[ring] === 1) holes.push(roomOf(rings, ring));
  }
  return { whole: outer === null ? null : roomOf(rings, outer), holes };
}

/** A zone that fills a hole of another one alone: same extent (which is seen to before), same area. */
export function enclave(
  inner: { zone: SoundZone; whole: Room },
  around: { zone: SoundZone; hole: Room },
  planar: boolean,
): DraftFinding | null {
  const { zone } = inner;
  const alike = Math.abs(inner.whole.areaM2 / around.hole.areaM2 - 1) <= slack;
  if (!alike || zone.id === around.zone.id) return null;
  const stray = strayFinding(toPolygons(zone.geometry), planar);
  const names = { name: zone.zone.name, around: around.zone.zone.name };
  const params = { ...names, area: readable(stray.areaM2) };
  const recordIds = [zone.id, around.zone.id];
  return { ...stray, recordIds, message: { key: 'stray.enclave', params } };
}

/** Zones that fill a hole of another one alone. */
function enclaves({ zones, packed }: SoundAreas, planar: boolean): DraftFinding[] {
  const { rings } = packed.coverage;
  const { ringHole, ringParty } = rings;
  if (!ringHole.includes(1)) return [];
  const wholes = new Map<string, { zone: SoundZone; whole: Room }[]>();
  for (const [party, zone] of zones.entries()) {
    const ring = zone.zone.shape === 'block' ? onlyOuter(rings, party) : null;
    if (ring === null) continue;
    const whole = roomOf(rings, ring);
    const list = wholes.get(whole.box);
    if (list) list.push({ zone, whole });
    else wholes.set(whole.box, [{ zone, whole }]);
  }
  const found: DraftFinding[] = [];
  for (let ring = 0; ring < ringParty.length; ring++) {
    const around = zones[ringParty[ring] ?? -1];
    if (ringHole[ring] !== 1 || around?.zone.shape !== 'block') continue;
    const hole = roomOf(rings, ring);
    for (const inner of wholes.get(hole.box) ?? []) {
      const finding = enclave(inner, { zone: around, hole }, planar);
      if (finding) found.push(finding);
    }
  }
  return found;
}

/**
 * Blocks worth a second look though no rule forbids them: in several places, or all inside another.
 * Roads may be broken off and sites lie within blocks by their nature, so neither is listed.
 */
export function strayFindings(sound: SoundAreas, planar: boolean): DraftFinding[] {
  const parts = sound.zones.flatMap((zone) => scattered(zone, planar) ?? []);
  return [...parts, ...enclaves(sound, planar)];
}
