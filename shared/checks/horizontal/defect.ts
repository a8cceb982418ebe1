import type { Position } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { boundsMeet } from '#shared/geo/bounds.ts';
import { type WidestPlace, widestPlace } from '#shared/geo/widest-place.ts';
import type { CoverageFace, CoverageFaces } from './coverage-faces.ts';
import type { PreparedArea } from './prepared-area.ts';

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

const distance = (a: Position, b: Position) =>
  Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));

/** Length (in units of the positions) that the border of a face runs along that of an area. */
function commonBorder(rings: readonly Position[][], area: AreaIndex, epsilon: number): number {
  let length = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1] ?? [];
      const b = ring[i] ?? [];
      const middle = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
      if (area.locate(middle, epsilon) === 'border') length += distance(a, b);
    }
  }
  return length;
}

function defectOf(
  kind: DefectKind,
  face: CoverageFace,
  zones: readonly PreparedArea[],
  boundary: AreaIndex | null,
  planar: boolean,
): Defect {
  // Corners made by clipping are rounded; a tenth of a millimetre is far above that.
  const epsilon = planar ? 1e-4 : 1e-9;
  const index = new AreaIndex(face.polygon);
  const around = zones
    .filter((zone) => boundsMeet(zone.index.bounds, index.bounds, epsilon))
    .map(({ id, index: zone }) => ({ id, length: commonBorder(index.rings, zone, epsilon) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const widest = widestPlace(face.polygon, planar);
  return {
    kind,
    face,
    ...widest,
    zoneIds: kind === 'gap' ? around : face.zoneIds,
    atBoundary: boundary ? commonBorder(index.rings, boundary, epsilon) > 0 : false,
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
  return defect.widthM < stepM / 2 || (defect.fill < 0.7 && defect.widthM <= stepM * Math.SQRT2);
}

/** All faces of a coverage with their measures. */
export async function defectsOf(
  faces: CoverageFaces,
  zones: readonly PreparedArea[],
  boundary: PreparedArea | null,
  planar: boolean,
  pace: Pace,
): Promise<Defect[]> {
  const all: [DefectKind, CoverageFace][] = [
    ...faces.gaps.map((face): [DefectKind, CoverageFace] => ['gap', face]),
    ...faces.overlaps.map((face): [DefectKind, CoverageFace] => ['overlap', face]),
    ...faces.outside.map((face): [DefectKind, CoverageFace] => ['outside', face]),
  ];
  const defects: Defect[] = [];
  for (const [done, [kind, face]] of all.entries()) {
    await pace.step(done, all.length);
    defects.push(defectOf(kind, face, zones, boundary?.index ?? null, planar));
  }
  return defects;
}
