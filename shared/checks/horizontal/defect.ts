import type { Pace } from '#shared/checks/pace.ts';
import { type WidestPlace, widestPlace } from '#shared/geo/widest-place.ts';
import type { EngineFace, EngineFaces } from './coverage-engine.ts';
import type { CoverageFace } from './coverage-faces.ts';
import { hasVertexOpposite, sliverSides } from './sliver-sides.ts';

export type DefectKind = 'gap' | 'overlap' | 'outside';

/** A face with its measures and with those who have a border there. */
export interface Defect extends WidestPlace {
  kind: DefectKind;
  face: CoverageFace;
  /** Zones over the face, else those around it, longest common border first. */
  zoneIds: string[];
  /** Whether part of the boundary runs along the face. */
  atBoundary: boolean;
  /** Area by length times width: 1 for a strip, a half for a wedge or a lens of straight lines. */
  fill: number;
}

/** The measures of a face. */
export function defectOf(kind: DefectKind, face: EngineFace, planar: boolean): Defect {
  const widest = widestPlace(face.polygon, planar);
  return {
    kind,
    face,
    ...widest,
    zoneIds: kind === 'gap' ? face.besideIds : face.zoneIds,
    atBoundary: face.atBoundary,
    fill: face.areaM2 / (widest.widthM * widest.lengthM),
  };
}

/**
 * Whether a face is no more than what moving coordinates to the grid makes of a border on which
 * only one side has a vertex. One step of the grid is 1e-7° (1.1 cm), or 1 mm for planar data.
 */
export function isGridNoise(defect: Defect, planar: boolean): boolean {
  const stepM = planar ? 0.001 : 0.0111;
  // Both the vertex and the line may move by half a diagonal. That makes wedges; borders that run
  // side by side differ in the data, be it by a single step.
  const thin =
    defect.widthM < stepM / 2 || (defect.fill < 0.7 && defect.widthM <= stepM * Math.SQRT2);
  // On a plane positions come as they were drawn: a vertex in two places was moved, by 1 mm or two.
  // Degrees have been rounded before, and one place may have become two.
  return thin && !(planar && hasVertexOpposite(sliverSides(defect.face.polygon), 2 * stepM));
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
