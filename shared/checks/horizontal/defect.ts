import type { Polygon } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { gridStepsPerDegree } from '#shared/geo/grid.ts';
import { planarStepsPerMetre, stepsPerUnitOf } from '#shared/topology/coverage-grid.ts';
import { type WidestPlace, widestPlace } from '#shared/geo/widest-place.ts';
import type { EngineFace, EngineFaces } from './coverage-engine.ts';
import { drawnApart, drawnTogether } from './drawn-together.ts';
import type { CoverageFace, Ground } from './coverage-faces.ts';
import { isRoundedLine } from './rounded-line.ts';
import { hasCornerAcross } from './sliver-sides.ts';

export type DefectKind = 'gap' | 'overlap' | 'outside';

/** A face with its measures and with those who have a border there. */
export interface Defect extends WidestPlace {
  kind: DefectKind;
  face: CoverageFace;
  /** Zones over the face, else those around it, longest common border first. */
  zoneIds: string[];
  /** Zones whose borders run along the face, the longest common border first. */
  besideIds: string[];
  /** Whether part of the boundary runs along the face. */
  atBoundary: boolean;
  /** Whether the border of an exception runs along it. */
  atException: boolean;
  /** Whether it lies along the boundary rather than between zones: at least half its length does. */
  alongBoundary: boolean;
  /** Area by length times width: 1 for a strip, a half for a wedge or a lens of straight lines. */
  fill: number;
}

/** The measures of a face by itself. */
export function measuresOf<F extends Pick<CoverageFace, 'polygon' | 'areaM2'>>(
  face: F,
  planar: boolean,
): WidestPlace & { face: F; fill: number } {
  const widest = widestPlace(face.polygon, planar);
  return { face, ...widest, fill: face.areaM2 / (widest.widthM * widest.lengthM) };
}

/** The face with its measures. Positions are metres when `planar`, else degrees. */
export function defectOf(kind: DefectKind, face: EngineFace, planar: boolean): Defect {
  const measures = measuresOf(face, planar);
  return {
    kind,
    ...measures,
    zoneIds: kind === 'gap' ? face.besideIds : face.zoneIds,
    besideIds: face.besideIds,
    atBoundary: face.atBoundary,
    atException: face.atException,
    alongBoundary: face.boundaryM > measures.lengthM / 2,
  };
}

/** The longer side of a step of the grid in metres: 1e-7° to the north, or 1 mm. */
export function gridStepM(planar: boolean): number {
  return planar ? 1 / planarStepsPerMetre : 0.0111;
}

/** Steps of the grid by which rounding alone may part two lines that were one. */
const roundingSteps = 0.9;

/** What has to be known of a face to tell whether it is noise. */
type NoisyFace = Pick<Defect, 'fill' | 'widthM'> & { face: Pick<CoverageFace, 'polygon'> };

/** Width of a face in degrees in steps of the grid, which are shorter to the east than north. */
function widthInSteps(polygon: Polygon): number {
  const [x0 = 0, y0 = 0] = polygon.coordinates[0]?.[0] ?? [];
  const inSteps = polygon.coordinates.map((ring) =>
    ring.map(([x = 0, y = 0]) => [(x - x0) * gridStepsPerDegree, (y - y0) * gridStepsPerDegree]),
  );
  return widestPlace({ type: 'Polygon', coordinates: inSteps }, true).widthM;
}

/**
 * Whether a face is no more than what moving coordinates to the grid makes of a border on which
 * only one side has a vertex. One step of the grid is 1e-7° (1.1 cm), or 1 mm for planar data.
 */
export function isGridNoise({ face, fill, widthM }: NoisyFace, planar: boolean): boolean {
  const stepM = gridStepM(planar);
  // Both the vertex and the line may move by half a diagonal. That makes wedges; borders that run
  // side by side differ in the data, be it by a single step.
  if (widthM > stepM * Math.SQRT2) return false;
  const wedge = fill < 0.7;
  // Degrees have been rounded before, and one place may have become two.
  if (!planar) return wedge || widthInSteps(face.polygon) < roundingSteps;
  // On a plane positions come as they were drawn: what is 1 mm wide was moved by that, but for the
  // rare corner that rounding takes nearly as far as it can.
  const thin = widthM < stepM * (wedge ? roundingSteps : 0.5);
  return thin && !hasCornerAcross(face.polygon, 2 * stepM);
}

/** How near two lines must have been drawn to have been one, in steps of the grid. */
const oneLineSteps = 0.1;

/**
 * {@link isGridNoise}, or a face that comes of rounding alone although it is as wide as a step or two,
 * as far as the areas still have the positions that were drawn: `drawn` answers those of a zone by its
 * id, and of the boundary for null. `isMade` tells zones that are no polygons. Whatever tells ground
 * from noise asks here.
 */
export function isNoise(
  defect: NoisyFace & Pick<Defect, 'kind' | 'atBoundary' | 'atException' | 'zoneIds' | 'besideIds'>,
  planar: boolean,
  drawn: (id: string | null) => Ground | null,
  isMade: (id: string) => boolean,
): boolean {
  const { polygon } = defect.face;
  const gridStep = 1 / stepsPerUnitOf(planar);
  const ids = [...new Set([...defect.zoneIds, ...defect.besideIds])];
  // The outline does not move, nor do exceptions where they are given, nor ground that is made from a line or a position: what meets one
  // of their edges has to go to the nearest grid point.
  const isHeld =
    defect.atBoundary || defect.atException || defect.kind === 'outside' || ids.some(isMade);
  if (isHeld && isRoundedLine(polygon, gridStep)) return true;
  if (defect.widthM > 2 * gridStepM(planar)) return false;
  const parties = (defect.atBoundary ? [...ids, null] : ids).flatMap((id) => drawn(id) ?? []);
  // On a plane positions come as they were drawn, and what was drawn a step apart is no rounding.
  if (planar && drawnApart(polygon, parties, gridStep)) return false;
  const near = oneLineSteps * gridStep;
  return isGridNoise(defect, planar) || drawnTogether(polygon, parties, near, gridStep);
}

/** All faces of a coverage with their measures. */
export async function defectsOf(
  faces: EngineFaces,
  planar: boolean,
  pace: Pace,
): Promise<Defect[]> {
  const all: [DefectKind, EngineFace][] = [
    ...faces.gaps.map((face): [DefectKind, EngineFace] => ['gap', face]),
    ...faces.overlaps.map((face): [DefectKind, EngineFace] => ['overlap', face]),
    ...faces.outside.map((face): [DefectKind, EngineFace] => ['outside', face]),
  ];
  const defects: Defect[] = [];
  for (const [done, [kind, face]] of all.entries()) {
    await pace.step(done, all.length);
    defects.push(defectOf(kind, face, planar));
  }
  return defects;
}
