import type { Polygon } from 'geojson';
import { answeringZones } from './answering-zones.ts';
import { borderParties } from './border-parties.ts';
import { toPosition } from './coverage-grid.ts';
import { dissolveFaces, type Region } from './dissolve-faces.ts';
import { extentOffset } from './extent-offset.ts';
import { faceArea } from './face-area.ts';
import { type LayerOffset, layerOffset } from './layer-offset.ts';
import { type Overlay, overlayCoverage } from './overlay-coverage.ts';
import { type CoverageQuestion, packCoverage, type PackedCoverage } from './packed-coverage.ts';

/** A connected piece of ground with one and the same set of zones over it. */
export interface CoverageRegion {
  polygon: Polygon;
  areaM2: number;
  /** In the order of the input: none for a gap, two and more for an overlap. */
  zoneIds: string[];
  /** Zones whose borders run along it, the longest common border first. */
  besideIds: string[];
  /** Whether part of the boundary runs along it, and how far, in metres. */
  atBoundary: boolean;
  /** Whether the border of an exception runs along it. */
  atException: boolean;
  boundaryM: number;
}

/** m² each; boundary = covered + gap + exception up to `balance`. */
export interface CoverageAreas {
  boundary: number;
  covered: number;
  gap: number;
  overlap: number;
  outside: number;
  exception: number;
  balance: number;
}

/** Every defect of a coverage, and how its ground adds up (null without a boundary). */
export interface CoverageAnswer {
  gaps: CoverageRegion[];
  overlaps: CoverageRegion[];
  outside: CoverageRegion[];
  areas: CoverageAreas | null;
  /** Ground of zones, inside the boundary if there is one, each square metre counted once. */
  coveredM2: number;
  /** Set when all zones lie off the boundary alike, as when they are in another system. */
  offset: LayerOffset | null;
  /** Numbers of the zones that regions name, by their ids. */
  numbers: ReadonlyMap<string, number>;
}

/** Labels faces so that equal keys have equal numbers; null means no defect of this kind. */
function labelFaces(
  overlay: Overlay,
  keyOf: (face: number) => string | null,
): { labels: Int32Array; faceOfLabel: number[] } {
  const numbers = new Map<string, number>();
  const faceOfLabel: number[] = [];
  const labels = new Int32Array(overlay.arrangement.faceCount).fill(-1);
  for (let face = 0; face < labels.length; face++) {
    const key = keyOf(face);
    if (key === null) continue;
    let label = numbers.get(key);
    if (label === undefined) {
      label = faceOfLabel.push(face) - 1;
      numbers.set(key, label);
    }
    labels[face] = label;
  }
  return { labels, faceOfLabel };
}

function toPolygon(overlay: Overlay, region: Region): Polygon {
  return {
    type: 'Polygon',
    coordinates: region.rings.map(({ x, y }) =>
      Array.from(x, (_, i) => toPosition(overlay.rings.grid, x[i]!, y[i]!)),
    ),
  };
}

/** Zones that answer for the ground of a face. */
function answering(overlay: Overlay, coverage: PackedCoverage, face: number): number[] {
  return answeringZones(overlay.covers[face]?.zones ?? [], coverage.zoneRanks);
}

function regionsOf(
  overlay: Overlay,
  coverage: PackedCoverage,
  partiesAlong: (region: Region) => Map<number, number>,
  numbers: Map<string, number>,
  keyOf: (face: number) => string | null,
): CoverageRegion[] {
  const { labels, faceOfLabel } = labelFaces(overlay, keyOf);
  return dissolveFaces(overlay.arrangement, labels, overlay.rings.grid)
    .filter((region) => region.faces[0] !== 0 && region.areaM2 > 0)
    .map((region) => {
      const lengths = partiesAlong(region);
      const along = [...lengths.keys()];
      const over = answering(overlay, coverage, faceOfLabel[region.label]!);
      const idOf = (zone: number): string => {
        const id = coverage.zoneIds[zone]!;
        numbers.set(id, zone);
        return id;
      };
      return {
        polygon: toPolygon(overlay, region),
        areaM2: region.areaM2,
        zoneIds: over.map(idOf),
        besideIds: along.filter((party) => party < coverage.zoneIds.length).map(idOf),
        atException: along.some(
          (party) => party >= coverage.zoneIds.length && party < coverage.boundaryParty,
        ),
        atBoundary: coverage.bounded && along.includes(coverage.boundaryParty),
        boundaryM: (coverage.bounded && lengths.get(coverage.boundaryParty)) || 0,
      };
    })
    .sort(inPlaceOrder);
}

/** Order of regions by place, so that the same ground makes the same list. */
export function inPlaceOrder(a: { polygon: Polygon }, b: { polygon: Polygon }): number {
  const [p = [], q = []] = [a.polygon.coordinates[0], b.polygon.coordinates[0]];
  for (let i = 0; i < p.length && i < q.length; i++) {
    const difference = p[i]![0]! - q[i]![0]! || p[i]![1]! - q[i]![1]!;
    if (difference !== 0) return difference;
  }
  return p.length - q.length;
}

function sumOf(regions: readonly CoverageRegion[]): number {
  return regions.reduce((sum, region) => sum + region.areaM2, 0);
}

/**
 * Adds up the ground. Zones are summed from their own rings and what the faces say is taken off, so
 * that the balance tests the faces against rings they were not made from.
 */
function balance(
  overlay: Overlay,
  found: Pick<CoverageAnswer, 'gaps' | 'overlaps' | 'outside'>,
): CoverageAreas {
  let covered = overlay.zoneArea;
  let exception = overlay.exceptionArea;
  for (let face = 1; face < overlay.covers.length; face++) {
    const cover = overlay.covers[face];
    if (cover === null || cover === undefined) continue;
    const { zones, exceptions, inside } = cover;
    if (zones.length + exceptions === 0) continue;
    const area = faceArea(overlay.arrangement, face, overlay.rings.grid);
    covered -= area * (inside && zones.length > 0 ? zones.length - 1 : zones.length);
    exception -= area * (inside && zones.length === 0 ? exceptions - 1 : exceptions);
  }
  const gap = sumOf(found.gaps);
  return {
    boundary: overlay.boundaryArea,
    covered,
    gap,
    overlap: sumOf(found.overlaps),
    outside: sumOf(found.outside),
    exception,
    balance: overlay.boundaryArea - covered - gap - exception,
  };
}

/**
 * All gaps, overlaps and ground outside of a coverage, exact on the integer grid (1e-7° or 1 mm),
 * of any width. Rings need not be valid: what a crossing ring goes round counts as covered.
 * @throws TooWideError when the data is too wide for the grid (2,147 km on a plane).
 */
export function coverageFaces(question: CoverageQuestion): CoverageAnswer {
  return packedCoverageFaces(packCoverage(question));
}

/** {@link coverageFaces} of a coverage that is packed already, with its {@link ringOrders} if known. */
export function packedCoverageFaces(coverage: PackedCoverage, orders?: Uint8Array): CoverageAnswer {
  const overlay = overlayCoverage(coverage, orders);
  return {
    ...overlaidFaces(coverage, overlay),
    offset: layerOffset(coverage, overlay.residue) ?? extentOffset(coverage),
  };
}

/** The defects of an overlaid coverage, in the order of their places, and its areas. */
export function overlaidFaces(
  coverage: PackedCoverage,
  overlay: Overlay,
): Omit<CoverageAnswer, 'offset'> {
  const { covers } = overlay;
  const { bounded } = coverage;
  const along = borderParties(overlay);
  const numbers = new Map<string, number>();
  const regions = (keyOf: (face: number) => string | null) =>
    regionsOf(overlay, coverage, along, numbers, keyOf);
  const found = {
    gaps: regions((face) => {
      // Without a boundary, open ground joined to the unbounded face is no gap.
      if (face === 0) return bounded ? null : '';
      const cover = covers[face];
      if (cover === null || cover === undefined) return null;
      return cover.inside && cover.zones.length + cover.exceptions === 0 ? '' : null;
    }),
    overlaps: regions((face) => {
      const zones = answering(overlay, coverage, face);
      return zones.length > 1 ? zones.join() : null;
    }),
    outside: regions((face) => {
      const cover = covers[face];
      if (cover === null || cover === undefined || cover.inside) return null;
      const zones = answering(overlay, coverage, face);
      return zones.length > 0 ? zones.join() : null;
    }),
  };
  const areas = balance(overlay, found);
  return {
    ...found,
    areas: bounded ? areas : null,
    coveredM2: areas.covered,
    numbers,
  };
}
