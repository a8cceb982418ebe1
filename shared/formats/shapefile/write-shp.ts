import type { Geometry, Position } from 'geojson';
import { rightHand } from '#shared/formats/geojson/right-hand.ts';

/** Types of shapes that a .shp can hold, one type a file. */
export const shapeTypes = { point: 1, line: 3, area: 5, multipoint: 8 } as const;
export type ShapeType = keyof typeof shapeTypes;

export function shapeTypeOf(geometry: Geometry): ShapeType {
  if (geometry.type.endsWith('Polygon')) return 'area';
  if (geometry.type.endsWith('LineString')) return 'line';
  return geometry.type === 'MultiPoint' ? 'multipoint' : 'point';
}

/** Parts of a shape: rings with outer ones clockwise, as the format has them, or lines. */
function partsOf(geometry: Geometry): Position[][] {
  const wound = rightHand(geometry);
  switch (wound.type) {
    case 'Polygon':
      return wound.coordinates.map((ring) => ring.toReversed());
    case 'MultiPolygon':
      return wound.coordinates.flat().map((ring) => ring.toReversed());
    case 'LineString':
      return [wound.coordinates];
    case 'MultiLineString':
      return wound.coordinates;
    case 'MultiPoint':
      return [wound.coordinates];
    case 'Point':
      return [[wound.coordinates]];
    default:
      return [];
  }
}

type Box = [number, number, number, number];

function widen(box: Box, parts: readonly Position[][]): void {
  for (const [x = 0, y = 0] of parts.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}

const nowhere = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

/** Bytes of a record's content. */
function contentLength(type: ShapeType, parts: readonly Position[][] | null): number {
  if (!parts) return 4;
  const points = parts.reduce((sum, part) => sum + part.length, 0);
  if (type === 'point') return 20;
  return type === 'multipoint' ? 40 + 16 * points : 44 + 4 * parts.length + 16 * points;
}

function putBox(view: DataView, at: number, box: Box): void {
  box.forEach((value, i) => view.setFloat64(at + 8 * i, Number.isFinite(value) ? value : 0, true));
}

function putPositions(view: DataView, at: number, parts: readonly Position[][]): void {
  parts.flat().forEach(([x = 0, y = 0], i) => {
    view.setFloat64(at + 16 * i, x, true);
    view.setFloat64(at + 16 * i + 8, y, true);
  });
}

function putContent(view: DataView, at: number, type: ShapeType, parts: Position[][] | null): void {
  view.setInt32(at, parts ? shapeTypes[type] : 0, true);
  if (!parts) return;
  if (type === 'point') return putPositions(view, at + 4, parts);
  const box = nowhere();
  widen(box, parts);
  putBox(view, at + 4, box);
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  if (type === 'multipoint') {
    view.setInt32(at + 36, count, true);
    return putPositions(view, at + 40, parts);
  }
  view.setInt32(at + 36, parts.length, true);
  view.setInt32(at + 40, count, true);
  let start = 0;
  parts.forEach((part, i) => {
    view.setInt32(at + 44 + 4 * i, start, true);
    start += part.length;
  });
  putPositions(view, at + 44 + 4 * parts.length, parts);
}

function putHeader(view: DataView, type: ShapeType, box: Box): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, shapeTypes[type], true);
  putBox(view, 36, box);
}

/** The .shp and .shx of shapes of one type; null where a row has none. */
export function writeShp(
  geometries: readonly (Geometry | null)[],
  type: ShapeType,
): { shp: Uint8Array<ArrayBuffer>; shx: Uint8Array<ArrayBuffer> } {
  const records = geometries.map((geometry) => geometry && partsOf(geometry));
  const lengths = records.map((parts) => contentLength(type, parts));
  const shp = new Uint8Array(lengths.reduce((sum, length) => sum + 8 + length, 100));
  const shx = new Uint8Array(100 + 8 * records.length);
  const view = new DataView(shp.buffer);
  const index = new DataView(shx.buffer);
  const box = nowhere();
  let at = 100;
  records.forEach((parts, i) => {
    const length = lengths[i] as number;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, length / 2);
    putContent(view, at + 8, type, parts);
    index.setInt32(100 + 8 * i, at / 2);
    index.setInt32(104 + 8 * i, length / 2);
    if (parts) widen(box, parts);
    at += 8 + length;
  });
  putHeader(view, type, box);
  putHeader(index, type, box);
  return { shp, shx };
}
