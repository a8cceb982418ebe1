import type { Geometry, Position } from 'geojson';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import type { ReadAnswer } from '#shared/formats/geometry/tidy-geometry.ts';

/** One place of a KML file as its elements are read. */
export interface Placemark {
  /** Names of the folders around it, outermost first. */
  folders: string[];
  /** What 奥维 calls the coordinate system of this very place; empty in plain KML. */
  coordType: string;
  values: Map<string, string>;
  answer: ReadAnswer;
}

/** Without blanks around commas; long runs of them first, which would else be looked through from each of them. */
const joinedTuples = (text: string) =>
  /\s,|,\s/.test(text) ? text.replace(/\s+/g, ' ').replace(/ ?, ?/g, ',') : text;

/** `longitude,latitude[,height]` parted by blanks, heights counted in `left`; null when one is no position. */
export function readCoordinates(text: string, left?: LeftOut): Position[] | null {
  const positions: Position[] = [];
  // One after the other: a list of all their texts would take far more room than the positions.
  const tuple = /([^\s,]+)(?:(,)([^\s,]*)(?:,([^\s,]*))?(?:,[^\s,]*)*)?|,/g;
  // Some writers put blanks around the commas.
  for (const [, x = '', comma, y = '', height = ''] of joinedTuples(text).matchAll(tuple)) {
    const [longitude, latitude] = [Number(x), Number(y)];
    if (x === '' || !comma || y === '') return null;
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
    left?.height(Number(height));
    positions.push([longitude, latitude]);
  }
  return positions;
}

/** A position of `gx:coord`: longitude, latitude and height parted by blanks. */
export function readTrackCoordinate(text: string, left?: LeftOut): Position | null {
  const [x = Number.NaN, y = Number.NaN, height = 0] = text.trim().split(/\s+/).map(Number);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  left?.height(height);
  return [x, y];
}

const kinds = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'MultiTrack',
  'Track',
]);

export function isKmlGeometry(name: string): boolean {
  return kinds.has(name);
}

interface Open {
  kind: string;
  coordinates: Position[];
  rings: Position[][];
  parts: Geometry[];
}

/** Builds the geometry of a placemark from its elements as they open and close. */
export class GeometryBuilder {
  private readonly open: Open[] = [];
  private readonly done: Geometry[] = [];
  private broken = false;

  start(kind: string): void {
    this.open.push({ kind, coordinates: [], rings: [], parts: [] });
  }

  coordinates(positions: Position[] | null): void {
    if (!positions) this.broken = true;
    else {
      const target = this.open.at(-1)?.coordinates;
      for (const position of positions) target?.push(position);
    }
  }

  /** Ends what was started last; `within` is the element around it. */
  end(within: string): void {
    const shape = this.open.pop();
    if (!shape) return;
    const outer = this.open.at(-1);
    if (shape.kind === 'LinearRing' && outer?.kind === 'Polygon') {
      // Some writers put holes before the outline.
      if (within === 'outerBoundaryIs') outer.rings.unshift(shape.coordinates);
      else outer.rings.push(shape.coordinates);
      return;
    }
    const geometry = geometryOf(shape);
    if (!geometry) return;
    if (outer) outer.parts.push(geometry);
    else this.done.push(geometry);
  }

  answer(): ReadAnswer {
    if (this.broken) return { problem: 'badGeometry' };
    const [only = null, ...more] = this.done;
    if (more.length === 0) return { geometry: only };
    return { geometry: { type: 'GeometryCollection', geometries: this.done } };
  }
}

function geometryOf({ kind, coordinates, rings, parts }: Open): Geometry | null {
  switch (kind) {
    case 'Point':
      return coordinates[0] ? { type: 'Point', coordinates: coordinates[0] } : null;
    case 'Polygon':
      return rings.length > 0 ? { type: 'Polygon', coordinates: rings } : null;
    case 'MultiGeometry':
    case 'MultiTrack':
      return { type: 'GeometryCollection', geometries: parts };
    default:
      // A track that has only begun is a place.
      if (kind === 'Track' && coordinates.length === 1) {
        return { type: 'Point', coordinates: coordinates[0] as Position };
      }
      return coordinates.length > 1 ? { type: 'LineString', coordinates } : null;
  }
}
