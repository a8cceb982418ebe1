import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import { readGeoJson } from '#shared/formats/geojson/read.ts';
import type { SourceFile } from '#shared/formats/source/source.ts';
import type { Table } from '#shared/formats/table.ts';
import { type WrittenFormat, writeLayers } from '#shared/formats/write-registry.ts';
import { makePhoto } from '#test/unit/shared/formats/photo/make-photo.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

function filesIn(folder: string, wanted: RegExp): SourceFile[] {
  return readdirSync(join(fixtures, folder))
    .filter((name) => wanted.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(fixtures, folder, name))) }));
}

/** Streets of a district, cut down so that a mutation costs milliseconds. */
function smallTable(): { table: Table; collection: FeatureCollection } {
  const [file] = filesIn('beijing', /^dongcheng-streets\.geojson$/);
  const collection = JSON.parse(new TextDecoder().decode(file?.bytes)) as FeatureCollection;
  const features = collection.features.slice(0, 3).map((feature) => ({
    ...feature,
    geometry:
      feature.geometry.type === 'Polygon'
        ? {
            ...feature.geometry,
            coordinates: feature.geometry.coordinates.map((ring) => [
              ...ring.slice(0, 20),
              ring[0] ?? [],
            ]),
          }
        : feature.geometry,
    properties: { ...feature.properties, labelPoint: null, kept: true, share: 0.25 },
  }));
  const small = { ...collection, features };
  const [table] = readGeoJson(new TextEncoder().encode(JSON.stringify(small)));
  if (!table) throw new Error('no table');
  return { table, collection: small };
}

/** Files to damage, each a group of what belongs together. */
export async function corpus(): Promise<SourceFile[][]> {
  const foreign = filesIn('formats', /\.(shp|shx|dbf|prj|cpg|kmz|ovkml|dxf|topojson|gpkg|zip)$/);
  foreign.push(...filesIn('formats/gdal', /\.(shp|dbf|dxf|fgb|gpkg|gpkg-wal)$/));
  const groups = groupFiles(foreign).map((source): SourceFile[] => {
    const stem = source.name.replace(/\.[^.]*$/, '');
    if (source.parts.size === 0) return [{ name: source.name, bytes: source.bytes }];
    return [...source.parts].map(([suffix, bytes]) => ({ name: `${stem}.${suffix}`, bytes }));
  });
  const { table, collection } = smallTable();
  const formats: WrittenFormat[] = [
    'geojson',
    'shapefile',
    'shapefileZip',
    'kml',
    'geopackage',
    'xlsx',
    'csv',
  ];
  for (const format of formats) {
    const options = { crs: 'EPSG:4527', encoding: 'gb18030' as const, members: {} };
    groups.push(await writeLayers(format, [table], options, 'small'));
  }
  const text = (name: string, content: string) => [
    { name, bytes: new TextEncoder().encode(content) },
  ];
  groups.push(
    [
      {
        name: 'small.fgb',
        bytes: Uint8Array.from(
          serialize(
            {
              ...collection,
              features: collection.features.map((one) => ({
                ...one,
                properties: { a: 1, b: '名' },
              })),
            },
            4326,
          ),
        ),
      },
    ],
    [{ name: 'photo.jpg', bytes: makePhoto([116.4, 39.9], '2026:03:05 08:12:30') }],
    text('lines.geojsonl', collection.features.map((one) => JSON.stringify(one)).join('\n')),
    text(
      'filled.dxf',
      '0 SECTION 2 ENTITIES 0 HATCH 8 a 10 0 20 0 91 2 92 2 72 1 73 1 93 3 10 0 20 0 42 0.5 10 9 20 0 42 0 10 9 20 9 42 0 97 0 92 1 93 2 72 2 10 0 20 0 40 5 50 0 51 180 73 1 72 4 94 2 73 0 74 0 95 6 96 3 40 0 40 0 40 0 40 1 40 1 40 1 10 -5 20 0 10 0 20 3 10 5 20 0 97 0 0 SPLINE 8 a 70 0 71 2 40 0 40 0 40 0 40 1 40 1 40 1 10 0 20 0 10 1 20 1 10 2 20 0 0 SOLID 8 a 10 0 20 0 11 1 21 0 12 0 22 1 0 ENDSEC 0 EOF'.replaceAll(
        ' ',
        '\n',
      ),
    ),
    text('arcs.wkt', 'CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,5 5,10 0),(10 0,0 0)))\n'),
    text('shapes.wkt', 'SRID=4490;POINT (116 39)\nMULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)))\n'),
    ...filesIn('import', /\.(csv|geojson)$/).map((file) => [file]),
  );
  return groups;
}
