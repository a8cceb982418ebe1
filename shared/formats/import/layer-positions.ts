import type { Position } from 'geojson';
import { describeTable, hasGeometries } from '#shared/formats/mapping/describe-table.ts';
import { proposeColumns } from '#shared/formats/mapping/propose-mapping.ts';
import { cellOf, type Table, type TableRow } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { plainNumberIn } from '#shared/formats/values/plain.ts';
import { positionsOf } from '#shared/geo/map-positions.ts';
import { emptyPart, type TextPart } from '#shared/model/text-part.ts';

/** Rows looked at: more do not make a guess any better, nor a sketch. */
const most = 6000;

/** What was found in tables that are still in use: guesses and sketch ask for the same. */
const known = new WeakMap<Table, readonly Position[]>();

/** Columns of a table without geometries that hold its positions; null when none do. */
export function positionColumns(table: Table): { x: number; y: number } | null {
  const { longitude, latitude } = proposeColumns(describeTable(table), 'point');
  if (longitude === undefined || latitude === undefined) return null;
  return { x: table.columns.indexOf(longitude), y: table.columns.indexOf(latitude) };
}

/**
 * Positions of a layer as in its file: those of its geometries, evenly over all rows, else those of
 * its columns for longitude and latitude or X and Y.
 */
export function layerPositions(table: Table): readonly Position[] {
  let positions = known.get(table);
  if (!positions) {
    positions = findPositions(table);
    known.set(table, positions);
  }
  return positions;
}

/** Degrees of a cell, null when it holds none. */
function degreesOf(row: TableRow, column: number, part: TextPart): number | null {
  const plain = row.find?.(column, part) ? plainNumberIn(part) : Number.NaN;
  return Number.isNaN(plain) ? parseDegrees(cellOf(row, column)) : plain;
}

function findPositions(table: Table): Position[] {
  const positions: Position[] = [];
  const step = Math.max(1, Math.floor(table.rows.length / most));
  const part = emptyPart();
  const columns = hasGeometries(table) ? null : positionColumns(table);
  for (let index = 0; index < table.rows.length && positions.length < 20 * most; index += step) {
    const row = table.rows[index];
    if (row?.geometry) {
      for (const position of positionsOf(row.geometry)) {
        if (positions.length >= 20 * most) break;
        positions.push(position);
      }
    }
    if (!row || !columns) continue;
    const x = degreesOf(row, columns.x, part);
    const y = degreesOf(row, columns.y, part);
    if (x !== null && y !== null && (x !== 0 || y !== 0)) positions.push([x, y]);
  }
  return positions;
}
