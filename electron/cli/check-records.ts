import type { MultiPolygon, Polygon } from 'geojson';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';
import type { Zone } from '#shared/model/zone.ts';
import { BadInput } from './bad-input.ts';
import type { FileFeature } from './parse-features.ts';

const usualNames = ['name', 'Name', '名称', 'code'];

/** A property as a text without blanks around it; empty when it is neither text nor number. */
export function textOf({ properties }: FileFeature, property: string): string {
  const value = properties[property];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

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

function isArea(geometry: FileFeature['geometry']): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

export function onGrid<G extends FileFeature['geometry']>(geometry: G, planar: boolean): G {
  return planar ? geometry : snapGeometry(geometry);
}

export interface FromFile {
  file: string;
  features: readonly FileFeature[];
  planar: boolean;
  nameProperty: string | null;
}

/** The parts of one feature, which a geometry collection may have scattered, as one area. */
export function areasByFeature({ features, planar }: FromFile): Map<FileFeature, Area> {
  const byNumber = new Map<number, { feature: FileFeature; polygons: Polygon['coordinates'][] }>();
  for (const feature of features) {
    const { geometry, number } = feature;
    if (!isArea(geometry)) continue;
    const snapped = onGrid(geometry, planar);
    const polygons = snapped.type === 'Polygon' ? [snapped.coordinates] : snapped.coordinates;
    const entry = byNumber.get(number);
    if (entry) entry.polygons.push(...polygons);
    else byNumber.set(number, { feature, polygons: [...polygons] });
  }
  return new Map(
    [...byNumber.values()].map(({ feature, polygons }): [FileFeature, Area] => [
      feature,
      { type: 'MultiPolygon', coordinates: polygons } as Area,
    ]),
  );
}

/** Zones of a file: its polygons. @throws BadInput when there are none */
export function zonesFrom(from: FromFile): Zone[] {
  const makeId = idMaker('zone');
  const zones = [...areasByFeature(from)].map(([feature, geometry]): Zone => {
    const name = nameOf(feature, from.nameProperty);
    return {
      kind: 'zone',
      shape: 'block',
      id: makeId(name),
      parentId: null,
      name,
      code: '',
      categories: [],
      attributes: {},
      geometry,
    };
  });
  if (zones.length === 0) throw new BadInput('noPolygons', { file: from.file });
  return zones;
}

/** The boundary: all polygons of a file together. @throws BadInput when there are none */
export function boundaryFrom(from: FromFile): { id: string; name: string; geometry: Area } {
  const areas = [...areasByFeature(from)];
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
