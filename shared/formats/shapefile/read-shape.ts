import type { Geometry, Position } from 'geojson';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { polygonFromRings } from '#shared/formats/geometry/polygon-from-rings.ts';

/** What one record of a .shp holds; the problem is a key under `import.reason`. */
export type ShapeAnswer = { geometry: Geometry | null } | { problem: string };

/** Numbers under this mean "no data", as the shapefile's specification says. */
const noData = -1e38;

const damaged: ShapeAnswer = { problem: 'badGeometry' };

function positionAt(view: DataView, byte: number): Position | null {
  const x = view.getFloat64(byte, true);
  const y = view.getFloat64(byte + 8, true);
  return Number.isFinite(x) && Number.isFinite(y) && x > noData && y > noData ? [x, y] : null;
}

function positionsAt(view: DataView, byte: number, count: number): Position[] | null {
  if (byte + 16 * count > view.byteLength) return null;
  const positions: Position[] = [];
  for (let i = 0; i < count; i++) {
    const position = positionAt(view, byte + 16 * i);
    if (!position) return null;
    positions.push(position);
  }
  return positions;
}

/** Positions of each part of a line or polygon; null when the counts do not fit the record. */
function partsOf(view: DataView): Position[][] | null {
  if (view.byteLength < 44) return null;
  const partCount = view.getUint32(36, true);
  const count = view.getUint32(40, true);
  const start = 44 + 4 * partCount;
  if (start + 16 * count > view.byteLength) return null;
  const starts = Array.from({ length: partCount }, (_, i) => view.getUint32(44 + 4 * i, true));
  const parts: Position[][] = [];
  for (let i = 0; i < partCount; i++) {
    const from = starts[i] as number;
    const to = starts[i + 1] ?? count;
    if (from > to || to > count) return null;
    const part = positionsAt(view, start + 16 * from, to - from);
    if (!part) return null;
    if (part.length > 0) parts.push(part);
  }
  return parts;
}

function lineOf(parts: Position[][]): Geometry | null {
  const lines = parts.filter((part) => part.length > 1);
  const [first] = lines;
  if (!first) return null;
  return lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines };
}

/**
 * Counts the heights and measures of a record: behind its positions stand the range of the heights
 * and each of them, then the same of the measures, which may be missing altogether.
 */
function countLeft(view: DataView, type: number, left: LeftOut): void {
  const at = (byte: number) => (byte + 8 <= view.byteLength ? view.getFloat64(byte, true) : 0);
  const hasHeights = type > 10 && type < 20;
  if (type % 10 === 1) {
    if (hasHeights) left.height(at(20));
    left.measure(at(hasHeights ? 28 : 20));
    return;
  }
  if (view.byteLength < 44) return;
  const many = type % 10 === 8;
  const count = view.getUint32(many ? 36 : 40, true);
  // Sizes that do not fit were refused before.
  let byte = (many ? 40 : 44 + 4 * view.getUint32(36, true)) + 16 * count + 16;
  if (hasHeights) {
    for (let i = 0; i < count; i++) left.height(at(byte + 8 * i));
    byte += 8 * count + 16;
  }
  for (let i = 0; i < count; i++) left.measure(at(byte + 8 * i));
}

/**
 * The geometry of a record's content, which begins with its type. Heights and measures are left
 * out and counted in `left`; rings stay as they are.
 */
export function readShape(view: DataView, left?: LeftOut): ShapeAnswer {
  const answer = readFlat(view);
  if (left && 'geometry' in answer && answer.geometry) {
    const type = view.getUint32(0, true);
    if (type > 10) countLeft(view, type, left);
  }
  return answer;
}

function readFlat(view: DataView): ShapeAnswer {
  if (view.byteLength < 4) return damaged;
  const type = view.getUint32(0, true);
  // Types with heights (10 more) and measures (20 more) begin with the same numbers.
  switch (type > 30 ? type : type % 10) {
    case 0:
      return type === 0 ? { geometry: null } : damaged;
    case 1: {
      if (view.byteLength < 20) return damaged;
      const coordinates = positionAt(view, 4);
      return coordinates ? { geometry: { type: 'Point', coordinates } } : damaged;
    }
    case 3: {
      const parts = partsOf(view);
      return parts ? { geometry: lineOf(parts) } : damaged;
    }
    case 5: {
      const parts = partsOf(view);
      return parts ? { geometry: polygonFromRings(parts) } : damaged;
    }
    case 8: {
      if (view.byteLength < 40) return damaged;
      const coordinates = positionsAt(view, 40, view.getUint32(36, true));
      if (!coordinates) return damaged;
      return { geometry: coordinates.length > 0 ? { type: 'MultiPoint', coordinates } : null };
    }
    default:
      return type === 31 ? { problem: 'multipatch' } : damaged;
  }
}
