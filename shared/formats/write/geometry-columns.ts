import type { Geometry } from 'geojson';
import { type CellValue, rowWith, type Table } from '#shared/formats/table.ts';
import { writeWkt } from '#shared/formats/wkt/write-wkt.ts';

/** Headings of the columns that hold positions, in the words of offices; the system stands with them. */
const longitude = '经度';
const latitude = '纬度';
const shape = 'WKT';

const words: Readonly<Record<string, string>> = { 'EPSG:4326': 'WGS84', 'EPSG:4490': 'CGCS2000' };

/** What a system is called behind a heading. */
const remark = (crs: string) => `（${words[crs] ?? crs}）`;

function freeName(name: string, columns: readonly string[]): string {
  let free = name;
  for (let copy = 2; columns.includes(free); copy += 1) free = `${name} ${copy}`;
  return free;
}

/** Whether the geometries of a table all are points, so that two columns hold them. */
export function isPoints(table: Table): boolean {
  return table.rows.every(({ geometry }) => geometry === null || geometry.type === 'Point');
}

function positionCells(geometry: Geometry | null): CellValue[] {
  return geometry?.type === 'Point' ? geometry.coordinates.slice(0, 2) : [null, null];
}

/**
 * A table with its geometries in columns, for formats of sheets: points as longitude and latitude,
 * all others as well-known text. As it is when it has no geometries.
 */
export function withGeometryColumns(table: Table, crs: string): Table {
  if (table.rows.every(({ geometry }) => geometry === null)) return table;
  const points = isPoints(table);
  const headings = (points ? [longitude, latitude] : [shape]).map((heading) =>
    freeName(`${heading}${remark(crs)}`, table.columns),
  );
  return {
    ...table,
    columns: [...table.columns, ...headings],
    rows: table.rows.map((row) =>
      rowWith(row, {
        cells: [
          ...row.cells,
          ...(points ? positionCells(row.geometry) : [row.geometry && writeWkt(row.geometry)]),
        ],
        geometry: null,
      }),
    ),
  };
}
