import { layerIds } from '#shared/formats/layer-ids.ts';
import type { Table } from '#shared/formats/table.ts';
import type { Loss, Writer } from '#shared/formats/write/writer.ts';
import { layerProperty, writeGeoJson } from './write.ts';

/** Names by which the `crs` member of older GeoJSON (2008) calls a system. */
function crsMember(crs: string): unknown {
  const code = /^EPSG:(\d+)$/.exec(crs)?.[1];
  const name = code === undefined ? crs : `urn:ogc:def:crs:EPSG::${code}`;
  return { type: 'name', properties: { name } };
}

/** Several layers come back as one, unless they are those of a project of ours. */
function inOneLoss(tables: readonly Table[]): Loss[] {
  const property = layerProperty(tables);
  const areOurs = tables.every(({ layer }) => (layerIds as readonly string[]).includes(layer));
  if (tables.length < 2 || (areOurs && property === 'layer')) return [];
  return [{ key: 'layersInOne', params: { count: tables.length, property } }];
}

/** GeoJSON: nothing of a table is lost; any system but WGS84 is named by the older `crs` member. */
export const geoJsonWriter: Writer = {
  losses: (tables, { crs }) => [
    ...inOneLoss(tables),
    ...(['EPSG:4326', 'EPSG:4490'].includes(crs)
      ? []
      : [{ key: 'geojsonShifted', params: { crs } }]),
  ],
  write: (tables, { crs, members }, name) => {
    const said = crs === 'EPSG:4326' ? members : { ...members, crs: crsMember(crs) };
    return [{ name: `${name}.geojson`, bytes: writeGeoJson(tables, said) }];
  },
};
