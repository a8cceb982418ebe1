import type { Geometry, Position } from 'geojson';
import {
  arcPositions,
  bulgePositions,
  circleRing,
  ellipsePositions,
} from '#shared/formats/geometry/arcs.ts';
import { mapPositions } from '#shared/geo/map-positions.ts';
import { type DxfThing, numberOf, textOf } from './groups.ts';
import { hatchArea } from './hatch.ts';
import { smoothThrough, splinePositions } from './spline.ts';

/** What a thing of a drawing looks like; null when it is empty, undefined for kinds not read. */
export interface DxfShape {
  geometry: Geometry | null;
  /** Text that it shows. */
  text: string;
}

interface Vertex {
  position: Position;
  bulge: number;
}

const pointOf = (thing: DxfThing, x = 10, y = 20): Position => [
  numberOf(thing, x),
  numberOf(thing, y),
];

/** Vertices of a lightweight polyline, whose pairs stand one after another. */
function lightVertices(thing: DxfThing): Vertex[] {
  const vertices: Vertex[] = [];
  for (const { code, value } of thing.groups) {
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ position: [Number(value), 0], bulge: 0 });
    else if (last && code === 20) last.position[1] = Number(value);
    else if (last && code === 42) last.bulge = Number(value);
  }
  return vertices;
}

/** Vertices of an old polyline, which follow it as things of their own. */
function oldVertices(thing: DxfThing): Vertex[] {
  const vertices: Vertex[] = [];
  let current: Vertex | null = null;
  let isControl = false;
  for (const { code, value } of thing.groups) {
    if (code === 0) {
      if (current && !isControl) vertices.push(current);
      current = value === 'VERTEX' ? { position: [0, 0], bulge: 0 } : null;
      isControl = false;
    } else if (current && code === 10) current.position[0] = Number(value);
    else if (current && code === 20) current.position[1] = Number(value);
    else if (current && code === 42) current.bulge = Number(value);
    // Control points of a fitted curve are not on it.
    else if (current && code === 70) isControl = (Number(value) & 16) !== 0;
  }
  return vertices;
}

function lineOf(vertices: readonly Vertex[], closed: boolean): Geometry | null {
  const [first] = vertices;
  if (!first || vertices.length < 2) return null;
  const line: Position[] = [first.position];
  for (let i = 1; i < vertices.length; i++) {
    const from = vertices[i - 1] as Vertex;
    line.push(...bulgePositions(from.position, (vertices[i] as Vertex).position, from.bulge));
  }
  const last = vertices.at(-1) as Vertex;
  const meets = last.position.every((value, axis) => value === first.position[axis]);
  if (closed && !meets) line.push(...bulgePositions(last.position, first.position, last.bulge));
  // Planners draw areas as lines that come back to where they began.
  const isRing = (closed || meets) && line.length >= 4;
  return isRing
    ? { type: 'Polygon', coordinates: [line] }
    : { type: 'LineString', coordinates: line };
}

/** A line from positions; an area when it is closed. */
const plainLine = (positions: readonly Position[], closed: boolean) =>
  lineOf(
    positions.map((position) => ({ position, bulge: 0 })),
    closed,
  );

/** Every pair of a code that stands in a thing, with the one ten higher, as positions. */
function allPlaces({ groups }: DxfThing, x: number): Position[] {
  const places: Position[] = [];
  for (const { code, value } of groups) {
    if (code === x) places.push([Number(value), 0]);
    else if (code === x + 10 && places.length > 0) (places.at(-1) as Position)[1] = Number(value);
  }
  return places;
}

const allNumbers = ({ groups }: DxfThing, code: number) =>
  groups.filter((group) => group.code === code).map(({ value }) => Number(value));

/** A curve by its control points, or by the points that it was drawn through. */
function splineOf(thing: DxfThing): Geometry | null {
  const points = allPlaces(thing, 10);
  const line =
    splinePositions({
      degree: numberOf(thing, 71, 3),
      knots: allNumbers(thing, 40),
      points,
      weights: allNumbers(thing, 41),
    }) ?? smoothThrough(allPlaces(thing, 11));
  return plainLine(line, (numberOf(thing, 70) & 1) !== 0);
}

/** A filled triangle or square, whose corners stand in this order of their codes. */
function faceOf(thing: DxfThing, codes: readonly number[]): Geometry | null {
  const corners = codes
    .filter((code) => textOf(thing, code) !== '')
    .map((code) => pointOf(thing, code, code + 10));
  const different = corners.filter(
    (corner, i) => i === 0 || corner.some((value, axis) => value !== corners[i - 1]?.[axis]),
  );
  return different.length < 3 ? null : plainLine(different, true);
}

/** Text without the marks that MTEXT puts into it. */
function plainText(text: string): string {
  return text
    .replace(/\\P/g, '\n')
    .replace(/\\[ACFHQTWfp][^;\\]{0,100};/g, '')
    .replace(/\\[LlOoKk~]/g, '')
    .replace(/[{}]/g, '')
    .replace(
      /%%[cdp]/gi,
      (mark) => ({ c: '⌀', d: '°', p: '±' })[mark[2]?.toLowerCase() as 'c'] ?? '',
    )
    .trim();
}

const degrees = Math.PI / 180;
const bare = (geometry: Geometry | null): DxfShape => ({ geometry, text: '' });

function arcOf(thing: DxfThing): Geometry {
  const from = numberOf(thing, 50) * degrees;
  const to = numberOf(thing, 51, 360) * degrees;
  const end = to > from ? to : to + 2 * Math.PI;
  const coordinates = arcPositions(pointOf(thing), numberOf(thing, 40), from, end);
  return { type: 'LineString', coordinates };
}

function ellipseOf(thing: DxfThing): Geometry {
  const from = numberOf(thing, 41, 0);
  const to = numberOf(thing, 42, 2 * Math.PI);
  const line = ellipsePositions(
    pointOf(thing),
    pointOf(thing, 11, 21),
    // Seen from below, an ellipse turns the other way round.
    isMirrored(thing) ? -numberOf(thing, 40, 1) : numberOf(thing, 40, 1),
    from,
    to,
  );
  const isWhole = Math.abs(to - from - 2 * Math.PI) < 1e-6;
  if (!isWhole) return { type: 'LineString', coordinates: line };
  return { type: 'Polygon', coordinates: [[...line.slice(0, -1), line[0] as Position]] };
}

/** Whether a thing is drawn on the plane seen from below, as mirroring leaves it: its east is west. */
export function isMirrored(thing: DxfThing): boolean {
  return numberOf(thing, 230, 1) < 0;
}

/** Kinds whose positions lie on the plane that their extrusion tells; others stand in the world's. */
const planar = new Set(
  'LWPOLYLINE POLYLINE CIRCLE ARC TEXT ATTRIB HATCH MPOLYGON SOLID TRACE'.split(' '),
);

/** The shape of a thing; undefined for kinds that are not read (3D bodies, dimensions …). */
export function shapeOf(thing: DxfThing): DxfShape | undefined {
  const shape = shapeAsDrawn(thing);
  if (!shape?.geometry || !planar.has(thing.kind) || !isMirrored(thing)) return shape;
  return { ...shape, geometry: mapPositions(shape.geometry, ([x = 0, y = 0]) => [-x, y]) };
}

function shapeAsDrawn(thing: DxfThing): DxfShape | undefined {
  switch (thing.kind) {
    case 'POINT':
      return bare({ type: 'Point', coordinates: pointOf(thing) });
    case 'LINE':
      return bare({ type: 'LineString', coordinates: [pointOf(thing), pointOf(thing, 11, 21)] });
    case 'LWPOLYLINE':
      return bare(lineOf(lightVertices(thing), (numberOf(thing, 70) & 1) !== 0));
    case 'POLYLINE': {
      // Meshes are polylines too, by their flags.
      if ((numberOf(thing, 70) & (16 | 64)) !== 0) return undefined;
      return bare(lineOf(oldVertices(thing), (numberOf(thing, 70) & 1) !== 0));
    }
    case 'CIRCLE': {
      const coordinates = [circleRing(pointOf(thing), numberOf(thing, 40))];
      return bare({ type: 'Polygon', coordinates });
    }
    case 'ARC':
      return bare(arcOf(thing));
    case 'ELLIPSE':
      return bare(ellipseOf(thing));
    case 'SPLINE':
      return bare(splineOf(thing));
    case 'HATCH':
    case 'MPOLYGON':
      return bare(hatchArea(thing));
    case 'SOLID':
    case 'TRACE':
      // Their last two corners stand crosswise.
      return bare(faceOf(thing, [10, 11, 13, 12]));
    case '3DFACE':
      return bare(faceOf(thing, [10, 11, 12, 13]));
    case 'MLINE':
      return bare(plainLine(allPlaces(thing, 11), (numberOf(thing, 71) & 2) !== 0));
    case 'TEXT':
    case 'ATTRIB':
    case 'MTEXT': {
      const parts = thing.groups.filter(({ code }) => code === 3 || code === 1);
      const text = plainText(parts.map(({ value }) => value).join(''));
      return { geometry: { type: 'Point', coordinates: pointOf(thing) }, text };
    }
    default:
      return undefined;
  }
}

/** Name of the layer that a thing lies on. */
export function layerOf(thing: DxfThing): string {
  return textOf(thing, 8) || '0';
}
