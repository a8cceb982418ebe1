import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';
import type { Zone } from '#shared/model/zone.ts';
import { BadInput } from './bad-input.ts';
import { exceptionFrom } from './exception-features.ts';
import { textOf } from './feature-text.ts';
import type { FileFeature } from './parse-features.ts';
import { type FeatureParts, zoneFrom } from './zone-features.ts';

const usualNames = ['name', 'Name', '名称', 'code'];

/** Name that a feature tells of itself; null when it tells none. */
export function ownName(feature: FileFeature, nameProperty: string | null): string | null {
  for (const property of nameProperty === null ? usualNames : [nameProperty]) {
    const name = textOf(feature, property);
    if (name !== '') return name;
  }
  return null;
}

/** Name of a feature; without any, its number in the file. */
export function nameOf(feature: FileFeature, nameProperty: string | null): string {
  return ownName(feature, nameProperty) ?? `#${feature.number}`;
}

/** Ids from names, so that they do not hang on the order in the file; equal names stay apart. */
export function idMaker(kind: string): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? `${kind}:${name}` : `${kind}:${name}:${times}`;
  };
}

function onGrid<G extends FileFeature['geometry']>(geometry: G, planar: boolean): G {
  return planar ? geometry : snapGeometry(geometry);
}

export interface FromFile {
  file: string;
  features: readonly FileFeature[];
  planar: boolean;
  nameProperty: string | null;
  /** Areas keep the positions that were drawn: the check itself moves them to its grid. */
  asDrawn?: boolean;
}

/** The parts of each feature, on the grid unless `asDrawn`. */
export function partsByFeature({ features, planar, asDrawn = false }: FromFile): FeatureParts[] {
  const byNumber = new Map<number, FeatureParts>();
  for (const feature of features) {
    const { number } = feature;
    const parts = byNumber.get(number) ?? { feature, polygons: [], lines: [], points: [] };
    byNumber.set(number, parts);
    const geometry = asDrawn ? feature.geometry : onGrid(feature.geometry, planar);
    if (geometry.type === 'Polygon') parts.polygons.push(geometry.coordinates);
    else if (geometry.type === 'MultiPolygon') parts.polygons.push(...geometry.coordinates);
    else if (geometry.type === 'LineString') parts.lines.push(geometry.coordinates);
    else if (geometry.type === 'MultiLineString') parts.lines.push(...geometry.coordinates);
    else if (geometry.type === 'Point') parts.points.push(geometry.coordinates);
    else parts.points.push(...geometry.coordinates);
  }
  return [...byNumber.values()];
}

/** The features of a file that have polygons, each as one area. */
export function areasByFeature(from: FromFile): [FileFeature, Area][] {
  return partsByFeature(from).flatMap(({ feature, polygons }): [FileFeature, Area][] => {
    if (polygons.length === 0) return [];
    return [[feature, { type: 'MultiPolygon', coordinates: polygons } as Area]];
  });
}

/**
 * Zones of a file: polygons, lines with a width and positions with a radius. `left` are the features
 * that are none of these. @throws BadInput when there are none, or a measure is none
 */
export function zonesFrom(from: FromFile): { zones: Zone[]; left: Set<number> } {
  const makeId = idMaker('zone');
  const left = new Set<number>();
  const zones = partsByFeature(from).flatMap((parts): Zone[] => {
    const name = nameOf(parts.feature, from.nameProperty);
    const zone = zoneFrom(from.file, parts, name, makeId);
    if (!zone) left.add(parts.feature.number);
    return zone ? [zone] : [];
  });
  if (zones.length === 0) throw new BadInput('noPolygons', { file: from.file });
  return { zones, left };
}

/** Approved exceptions of a file. @throws BadInput when there are none, or one lacks its approval */
export function exceptionsFrom(from: FromFile): Exception[] {
  const makeId = idMaker('exception');
  const exceptions = areasByFeature(from).map(([feature, geometry]) => {
    const name = nameOf(feature, from.nameProperty);
    return exceptionFrom(from.file, feature, { id: makeId(name), name, geometry });
  });
  if (exceptions.length === 0) throw new BadInput('noPolygons', { file: from.file });
  return exceptions;
}

/** The boundary: all polygons of a file together. @throws BadInput when there are none */
export function boundaryFrom(from: FromFile): { id: string; name: string; geometry: Area } {
  const areas = areasByFeature(from);
  const [first] = areas;
  if (!first) throw new BadInput('noPolygons', { file: from.file });
  const coordinates = areas.flatMap(([, area]) => area.coordinates);
  return {
    id: 'boundary',
    name: nameOf(first[0], from.nameProperty),
    geometry: { type: 'MultiPolygon', coordinates } as Area,
  };
}

/** Points of a file. @throws BadInput when there are none */
export function pointsFrom(from: FromFile): Point[] {
  const makeId = idMaker('point');
  const points = from.features.flatMap((feature): Point[] => {
    const { geometry } = feature;
    if (geometry.type !== 'Point' && geometry.type !== 'MultiPoint') return [];
    const snapped = onGrid(geometry, from.planar);
    const positions = snapped.type === 'Point' ? [snapped.coordinates] : snapped.coordinates;
    return positions.map(([x = 0, y = 0]): Point => {
      const name = nameOf(feature, from.nameProperty);
      return {
        kind: 'point',
        id: makeId(name),
        name,
        code: '',
        pointKind: '',
        position: [x, y],
        address: '',
        attributes: {},
      };
    });
  });
  if (points.length === 0) throw new BadInput('noPoints', { file: from.file });
  return points;
}
