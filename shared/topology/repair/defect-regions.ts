import { borderParties } from '#shared/topology/border-parties.ts';
import { dissolveFaces, type Region } from '#shared/topology/dissolve-faces.ts';
import type { Overlay } from '#shared/topology/overlay-coverage.ts';
import type { PackedCoverage } from '#shared/topology/packed-coverage.ts';
import { pointInsideFace } from '#shared/topology/point-inside-face.ts';

/** Ground of one defect in the faces of an overlay; zones by number. */
export interface DefectRegion {
  region: Region;
  kind: 'gap' | 'overlap' | 'outside';
  /** Zones of the highest rank over it. */
  zones: number[];
  /** Parties along it, the longest common border first. */
  beside: number[];
  /** A place inside in (fractions of) steps; null where it is too thin for one. */
  place: [number, number] | null;
}

/** The zones that answer for a face, and what is wrong with it; null when nothing is. */
function labelOf(
  overlay: Overlay,
  coverage: PackedCoverage,
  face: number,
  ranks: readonly number[],
): { kind: DefectRegion['kind']; zones: number[] } | null {
  // Without a boundary, open ground joined to the unbounded face is no gap; see coverage-faces.ts.
  if (face === 0) return coverage.bounded ? null : { kind: 'gap', zones: [] };
  const cover = overlay.covers[face];
  if (!cover) return null;
  const top = cover.zones.reduce((most, zone) => Math.max(most, ranks[zone]!), 0);
  const zones = cover.zones.filter((zone) => ranks[zone] === top);
  if (!cover.inside) return zones.length > 0 ? { kind: 'outside', zones } : null;
  if (zones.length > 1) return { kind: 'overlap', zones };
  return zones.length + cover.exceptions === 0 ? { kind: 'gap', zones } : null;
}

/** All defects of an overlay, each ground once: what several zones cover outside is `outside`. */
export function defectRegions(
  overlay: Overlay,
  coverage: PackedCoverage,
  ranks: readonly number[],
): DefectRegion[] {
  const { arrangement } = overlay;
  const numbers = new Map<string, number>();
  const defects: { kind: DefectRegion['kind']; zones: number[] }[] = [];
  const labels = new Int32Array(arrangement.faceCount).fill(-1);
  for (let face = 0; face < labels.length; face++) {
    const label = labelOf(overlay, coverage, face, ranks);
    if (label === null) continue;
    const key = `${label.kind} ${label.zones.join()}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = defects.push(label) - 1;
      numbers.set(key, number);
    }
    labels[face] = number;
  }
  const along = borderParties(overlay);
  return dissolveFaces(arrangement, labels, overlay.rings.grid)
    .filter((region) => region.faces[0] !== 0 && region.areaM2 > 0)
    .map((region) => {
      const place = region.faces
        .map((face) => pointInsideFace(arrangement, face))
        .find((found) => found !== null);
      return {
        region,
        ...defects[region.label]!,
        beside: [...along(region).keys()],
        place: place ?? null,
      };
    });
}
