import { createRequire } from 'node:module';
import { peer } from './peer.ts';

interface Database {
  exec(query: string): { columns: string[]; values: unknown[][] }[];
  close(): void;
}

interface Wkx {
  default: { Geometry: { parse(wkb: Buffer): { toGeoJSON(): unknown } } };
}

/** Bytes of the envelope in a GeoPackage geometry's header, by the kind that its flags name. */
const envelopes = [0, 32, 48, 48, 64];

/**
 * The tables of a GeoPackage as GeoJSON by packages of others: sql.js for SQLite, wkx for geometries. Null
 * where wkx is not at hand.
 */
export async function geopackageReader(): Promise<
  ((bytes: ArrayBuffer) => Promise<unknown>) | null
> {
  const wkx = await peer<Wkx>('wkx');
  if (!wkx) return null;
  const { Geometry } = wkx.default;
  const start = createRequire(import.meta.url)('sql.js') as () => Promise<{
    Database: new (bytes: Uint8Array) => Database;
  }>;
  const shape = (value: unknown) => {
    const bytes = Buffer.from(value as Uint8Array);
    const kind = ((bytes[3] as number) >> 1) & 7;
    return Geometry.parse(bytes.subarray(8 + (envelopes[kind] as number))).toGeoJSON();
  };
  return async (bytes) => {
    const { Database } = await start();
    const database = new Database(new Uint8Array(bytes));
    const [tables] = database.exec('SELECT table_name, column_name FROM gpkg_geometry_columns');
    const features = (tables?.values ?? []).flatMap(([table, column]) => {
      const [rows] = database.exec(`SELECT * FROM "${String(table)}"`);
      const at = rows?.columns.indexOf(String(column)) ?? -1;
      return (rows?.values ?? []).map((values) => ({
        type: 'Feature',
        properties: Object.fromEntries(values.map((value, i) => [rows?.columns[i], value])),
        geometry: values[at] && shape(values[at]),
      }));
    });
    database.close();
    return features;
  };
}
