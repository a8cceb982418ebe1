import type { Geometry } from 'geojson';
import { type CellValue, cellOf, type Table, type TableRow } from '#shared/formats/table.ts';
import { emptyPart, sameText, type TextPart } from '#shared/model/text-part.ts';

export type GeometryFamily = 'area' | 'line' | 'point';

/** What a table looks like: all that is needed to propose and to show a mapping of it. */
export interface TableDescription {
  layer: string;
  columns: { name: string; samples: CellValue[] }[];
  rowCount: number;
  /** Rows whose geometry is of each family. */
  families: Record<GeometryFamily, number>;
  /** Rows with a geometry that cannot be read. */
  unreadable: number;
}

const sampleCount = 4;
/** Rows among which samples are looked for, evenly over the table. */
const mostLookedAt = 20_000;

export function familyOf(geometry: Geometry): GeometryFamily {
  if (geometry.type.endsWith('Polygon')) return 'area';
  return geometry.type.endsWith('LineString') ? 'line' : 'point';
}

/** Samples of a column: its first different values. */
function samplesOf(table: Table, column: number): CellValue[] {
  const samples = new Set<CellValue>();
  const step = Math.max(1, Math.floor(table.rows.length / mostLookedAt));
  const part = emptyPart();
  /** Where samples stand: of columns with two or three different values the rest is the same over and over. */
  const parts: TextPart[] = [];
  for (let index = 0; index < table.rows.length; index += step) {
    const row = table.rows[index] as TableRow;
    if (row.find) {
      if (!row.find(column, part) || parts.some((one) => sameText(one, part))) continue;
      parts.push({ ...part });
    }
    const cell = cellOf(row, column);
    if (cell !== null) samples.add(typeof cell === 'string' ? cell.slice(0, 80) : cell);
    if (samples.size >= sampleCount) break;
  }
  return [...samples];
}

/** Of tables that are still in use: positions, sketch and dialog ask for the same of a million rows. */
const known = new WeakMap<Table, TableDescription>();

export function describeTable(table: Table): TableDescription {
  let description = known.get(table);
  if (!description) {
    description = describe(table);
    known.set(table, description);
  }
  return description;
}

/** Whether any row of a table has a geometry. */
export function hasGeometries(table: Table): boolean {
  const { area, line, point } = describeTable(table).families;
  return area + line + point > 0;
}

function describe(table: Table): TableDescription {
  const families = { area: 0, line: 0, point: 0 };
  let unreadable = 0;
  for (const row of table.isList ? [] : table.rows) {
    if (row.problem !== null) unreadable += 1;
    if (!row.geometry) continue;
    families[familyOf(row.geometry)] += 1;
  }
  return {
    layer: table.layer,
    columns: table.columns.map((name, index) => ({ name, samples: samplesOf(table, index) })),
    rowCount: table.rows.length,
    families,
    unreadable,
  };
}
