import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fixture, readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'definition-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A system of nobody's list, in the form of 2019 that the older column cannot hold. */
const definition =
  'PROJCRS["局部",BASEGEOGCRS["CGCS2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],CONVERSION["GK",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",117,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["northing",north],AXIS["easting",east],LENGTHUNIT["metre",1]]';

it('takes the definition of a system from the newer column where the older one says nothing', async () => {
  const path = join(folder, 'a.gpkg');
  writeFileSync(path, fixture('gdal/curves.gpkg').bytes);
  const database = new DatabaseSync(path);
  database.exec(
    "ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN definition_12_063 TEXT NOT NULL DEFAULT 'undefined'",
  );
  database
    .prepare(
      "UPDATE gpkg_spatial_ref_sys SET definition = 'undefined', organization = 'NONE', organization_coordsys_id = 1, srs_name = '局部', definition_12_063 = ? WHERE srs_id = 4490",
    )
    .run(definition);
  database.close();
  const [layer] = await readFiles([{ name: 'a.gpkg', bytes: new Uint8Array(readFileSync(path)) }]);
  expect(layer?.crs).toMatchObject({ id: 'EPSG:4548', text: '局部' });
});

it('takes no table for data in which programs keep how they show a file', async () => {
  const path = join(folder, 'styled.gpkg');
  writeFileSync(path, fixture('gdal/curves.gpkg').bytes);
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)');
  database.exec("INSERT INTO layer_styles (styleQML) VALUES ('<qgis/>')");
  database.exec(
    "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('layer_styles', 'layer_styles', 'attributes')",
  );
  database.close();
  const layers = await readFiles([
    { name: 'styled.gpkg', bytes: new Uint8Array(readFileSync(path)) },
  ]);
  expect(layers.map(({ layer }) => layer)).toEqual(['curves']);
  expect(layers[0]?.problems).toContainEqual({
    key: 'layersLeft',
    params: { count: 1, names: 'layer_styles' },
  });
});
