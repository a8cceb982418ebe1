import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import { day } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { layerIds } from '#shared/formats/layer-ids.ts';
import { BadInput } from './bad-input.ts';
import {
  areasByFeature,
  boundaryFrom,
  type FromFile,
  idMaker,
  nameOf,
  onGrid,
  ownName,
  textOf,
} from './check-records.ts';
import type { FileFeature } from './parse-features.ts';

type Layer = 'district' | 'zones' | 'exceptions';

/**
 * Features of one layer: a file with several layers names each feature's in its property `layer`,
 * as the app's own export does; of any other file all features are meant.
 */
export function layerOf(features: readonly FileFeature[], layer: Layer): readonly FileFeature[] {
  const known: readonly unknown[] = layerIds;
  const layered = features.some(({ properties }) => known.includes(properties['layer']));
  return layered ? features.filter(({ properties }) => properties['layer'] === layer) : features;
}

function sizeOf(feature: FileFeature, property: string): number | null {
  const value = feature.properties[property];
  const size = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof size === 'number' && Number.isFinite(size) && size > 0 ? size : null;
}

/** Issue classes a zone is limited to: a list, or one text as the app's export has it. */
function categoriesOf({ properties }: FileFeature): string[] {
  const value = properties['categories'];
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split('、') : [];
  return list.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

/** A strip or a round site; null for other geometries. */
function lineOrSite(from: FromFile, feature: FileFeature, common: object): Zone | null {
  const { geometry, number } = feature;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const widthM = sizeOf(feature, 'widthM');
    if (widthM === null) throw new BadInput('stripWidth', { file: from.file, number });
    return { ...common, shape: 'strip', geometry: onGrid(geometry, from.planar), widthM } as Zone;
  }
  if (geometry.type !== 'Point') return null;
  const radiusM = sizeOf(feature, 'radiusM');
  return { ...common, shape: 'site', geometry: onGrid(geometry, from.planar), radiusM } as Zone;
}

/**
 * Zones of a file with all that a certificate takes of them: polygons, strips with their `widthM`
 * and sites. @throws BadInput when there are none, or one cannot be made
 */
export function certifiedZones(from: FromFile): Zone[] {
  const makeId = idMaker('zone');
  const areas = new Map([...areasByFeature(from)].map(([{ number }, area]) => [number, area]));
  const done = new Set<number>();
  const zones = from.features.flatMap((feature): Zone[] => {
    const { number } = feature;
    if (done.has(number)) return [];
    const name = nameOf(feature, from.nameProperty);
    const common = {
      kind: 'zone',
      id: textOf(feature, 'id'),
      parentId: null,
      name,
      code: textOf(feature, 'code'),
      categories: categoriesOf(feature),
      attributes: {},
    };
    const area = areas.get(number);
    const zone = area
      ? ({
          ...common,
          geometry: area,
          ...(textOf(feature, 'shape') === 'site'
            ? { shape: 'site', radiusM: sizeOf(feature, 'radiusM') }
            : { shape: 'block' }),
        } as Zone)
      : lineOrSite(from, feature, common);
    if (!zone) return [];
    if (from.planar && !area) throw new BadInput('planarShape', { file: from.file, number });
    done.add(number);
    return [zone];
  });
  if (zones.length === 0) throw new BadInput('noPolygons', { file: from.file });
  const ids = new Set(zones.map(({ id }) => id).filter((id) => id !== ''));
  const distinct = ids.size === zones.length;
  return distinct ? zones : zones.map((zone) => ({ ...zone, id: makeId(zone.name) }));
}

/** Exceptions of a file. @throws BadInput naming the feature and the property that is missing */
export function certifiedExceptions(from: FromFile): Exception[] {
  const makeId = idMaker('exception');
  return [...areasByFeature(from)].map(([feature, geometry]): Exception => {
    const field = (property: string): string => {
      const value = textOf(feature, property);
      const fits = value !== '' && (!isDay(property) || day.safeParse(value).success);
      if (fits) return value;
      throw new BadInput(isDay(property) ? 'exceptionDay' : 'exceptionField', {
        file: from.file,
        number: feature.number,
        property,
      });
    };
    const name = nameOf(feature, from.nameProperty);
    return {
      kind: 'exception',
      id: makeId(name),
      name,
      geometry,
      reason: field('reason'),
      approver: field('approver'),
      from: field('from'),
      expires: field('expires'),
    };
  });
}

const isDay = (property: string) => property === 'from' || property === 'expires';

/** The boundary with the name and code that its first feature tells. @throws BadInput */
export function certifiedBoundary(from: FromFile): {
  id: string;
  name: string;
  ownName: string | null;
  code: string;
  geometry: Area;
} {
  const boundary = boundaryFrom(from);
  const [first] = areasByFeature(from).keys();
  const own = first ? ownName(first, from.nameProperty) : null;
  return {
    ...boundary,
    ownName: own,
    code: first && textOf(first, 'code') !== own ? textOf(first, 'code') : '',
  };
}
