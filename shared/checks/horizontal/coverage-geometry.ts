import type { Polygon } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { CoverageFace, CoverageFaces, CoverageInput } from './coverage-faces.ts';
import { outsideFaces } from './outside-faces.ts';
import { overlapFaces } from './overlap-faces.ts';
import { prepareArea, prepareAreas } from './prepared-area.ts';
import { enclosedGround, splitByExceptions, uncoveredGround } from './uncovered-ground.ts';

const sumOf = (faces: readonly CoverageFace[]) => faces.reduce((sum, face) => sum + face.areaM2, 0);

function gapFaces(polygons: readonly Polygon[], planar: boolean): CoverageFace[] {
  return polygons
    .map((polygon) => ({ polygon, areaM2: areaM2(polygon, planar), zoneIds: [] }))
    .filter((face) => face.areaM2 > 1e-7);
}

/**
 * Finds every defect of a coverage by Turf's clipping.
 *
 * Ground is clipped only where borders do not match vertex by vertex: for overlaps pair by pair, for
 * ground outside zone by zone, for gaps in the boxes around edges that do not cancel. The covered
 * ground follows from the zones' own areas less overlaps and ground outside. The balance then
 * compares areas of the input with areas of faces found by separate clippings, so a face lost or
 * invented shows.
 *
 * @throws Error when the clipping fails, or the reason of the signal when cancelled
 */
export async function coverageFaces(input: CoverageInput, pace: Pace): Promise<CoverageFaces> {
  const { planar } = input;
  const zones = await prepareAreas(input.zones, planar, pace.part(0, 0.1));
  const overlaps = await overlapFaces(zones, planar, pace.part(0.1, 0.4));
  if (!input.boundary) {
    const enclosed = await enclosedGround(zones, pace.part(0.4, 1));
    const exceptions = input.exceptions.map((area) => prepareArea(area, planar));
    const { gaps } = splitByExceptions(enclosed, exceptions);
    return { gaps: gapFaces(gaps, planar), overlaps, outside: [], areas: null };
  }

  const boundary = prepareArea({ id: '', geometry: input.boundary }, planar);
  const outside = await outsideFaces(boundary, zones, planar, pace.part(0.4, 0.6));
  const outsideM2 = sumOf(outside);
  const excess = overlaps.reduce((sum, { areaM2: size, zoneIds }) => {
    return sum + size * (zoneIds.length - 1);
  }, 0);
  const zonesM2 = zones.reduce((sum, zone) => sum + zone.areaM2, 0);
  const covered = zonesM2 - excess - outsideM2;

  const missing = boundary.areaM2 - covered;
  const uncovered = await uncoveredGround(boundary, zones, planar, pace.part(0.6, 0.95));
  const exceptions = input.exceptions.map((area) => prepareArea(area, planar));
  const { gaps, excused } = splitByExceptions(uncovered, exceptions);
  const faces = gapFaces(gaps, planar);
  const gap = sumOf(faces);
  const exception = excused.reduce((sum, polygon) => sum + areaM2(polygon, planar), 0);
  return {
    gaps: faces,
    overlaps,
    outside,
    areas: {
      boundary: boundary.areaM2,
      covered,
      gap,
      overlap: sumOf(overlaps),
      outside: outsideM2,
      exception,
      balance: missing - gap - exception,
    },
  };
}
