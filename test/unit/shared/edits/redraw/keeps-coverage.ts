import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect } from 'vitest';
import type { Document } from '#shared/edits/document.ts';
import { type Patch, reversePatch } from '#shared/edits/patch.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { lostEdges } from '#shared/topology/redraw/lost-edges.ts';
import { findingsOf } from '#test/unit/shared/edits/repair/district.ts';
import { witnessFaces } from '#test/unit/shared/topology/turf-witness.ts';
import { type Step, type Taken, take } from './random-redraw.ts';

/** Square degrees (some 5 m²): what rounding to the grid can leave along some hundred edges. */
const witnessNoise = 5e-10;
const noiseM2 = 2;
const needleM2 = 0.01;

function questionOf(document: Document) {
  const [district] = document.all('district');
  return {
    boundary: district!.geometry,
    // 点 and 条 lie over the blocks, whose ground is what is divided.
    zones: document
      .all('zone')
      .filter(hasRings)
      .map(({ id, geometry }) => ({ id, geometry: geometry as Polygon | MultiPolygon })),
    exceptions: [],
    planar: false,
  };
}

const total = (document: Document) =>
  document
    .all('zone')
    .filter(hasRings)
    .reduce((sum, { geometry }) => sum + areaM2(geometry as Polygon | MultiPolygon), 0);

const bytes = (document: Document) =>
  JSON.stringify([...document.everything()].sort((a, b) => (a.id < b.id ? -1 : 1)));

/** Those that the command is not about have at most gained corners on their borders. */
function untouchedStay(before: Document, { result, subjects }: Taken): void {
  if ('refused' in result || subjects === null) return;
  for (const [id, [from, to]] of Object.entries(result.patch.updated)) {
    if (subjects.has(id) || from.kind !== 'zone' || to.kind !== 'zone') continue;
    expect(hasRings(from), `${from.name} lies over what was divided`).toBe(true);
    const lost = lostEdges(from.geometry as Polygon, to.geometry as Polygon);
    // The tip of a needle narrower than a step of the grid is all that rounding may take: its two sides.
    const less = Math.abs(areaM2(from.geometry as Polygon) - areaM2(to.geometry as Polygon));
    if (lost.length === 2 && less < needleM2) continue;
    expect(lost, `borders of ${from.name} in ${before.all('zone').length} zones`).toEqual([]);
  }
}

/**
 * Carries steps out one after the other: after each the engine finds nothing wrong and the ground is as
 * large as before; at the end Turf agrees, and taking all back gives the same bytes. Answers how many
 * were done.
 */
export async function keepsCoverage(document: Document, steps: readonly Step[]): Promise<number> {
  // Borders that wiggle may cross: such a drawing is no coverage to begin with.
  fc.pre((await findingsOf(document)).length === 0);
  const start = bytes(document);
  const locked = document
    .all('lock')
    .flatMap(({ what }) => (what.of === 'zone' ? [what.zoneId] : []));
  const lockedZones = locked.map((id) => document.find('zone', id)!);
  const areaAtStart = total(document);
  const patches: Patch[] = [];
  for (const step of steps) {
    const taken = take(document, step);
    if ('refused' in taken.result) {
      // Whatever goes wrong inside would be refused like this.
      expect(taken.result.refused, step.name).not.toBe('edit.repairRefused.failed');
      continue;
    }
    untouchedStay(document, taken);
    document.apply(taken.result.patch);
    patches.push(taken.result.patch);
    const found = await findingsOf(document);
    expect(
      found.map(({ rule, message }) => [rule, message]),
      step.name,
    ).toEqual([]);
    const { areas } = coverageFaces(questionOf(document));
    expect((areas?.gap ?? 0) + (areas?.overlap ?? 0) + (areas?.outside ?? 0)).toBeLessThan(noiseM2);
    expect(Math.abs(total(document) - areaAtStart), step.name).toBeLessThan(noiseM2);
  }
  for (const zone of lockedZones) {
    const now = document.find('zone', zone.id);
    expect(lostEdges(zone.geometry as Polygon, now!.geometry as Polygon)).toEqual([]);
  }
  expect([...witnessFaces(questionOf(document), witnessNoise)]).toEqual([]);
  for (const patch of patches.toReversed()) document.apply(reversePatch(patch));
  expect(bytes(document)).toBe(start);
  return patches.length;
}
