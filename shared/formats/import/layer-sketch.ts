import type { Position } from 'geojson';
import { hasGeometries } from '#shared/formats/mapping/describe-table.ts';
import type { Table } from '#shared/formats/table.ts';
import { linesOfGeometry } from '#shared/geo/lines-of-geometry.ts';
import { layerPositions } from './layer-positions.ts';

/** Positions of a sketch: enough to know a drawing again, few enough to send to a window. */
const most = 6000;

/** Lines of a layer in the numbers of its file, and places that are no part of a line. */
export interface LayerSketch {
  lines: Position[][];
  dots: Position[];
}

function thinned(line: Position[], step: number): Position[] {
  if (step <= 1) return line;
  return line.filter((_, index) => index % step === 0 || index === line.length - 1);
}

/** What a layer looks like before anybody knows where on earth it lies. */
export function layerSketch(table: Table): LayerSketch {
  const lines: Position[][] = [];
  for (const { geometry } of hasGeometries(table) ? table.rows : []) {
    if (!geometry || geometry.type === 'GeometryCollection') continue;
    for (const line of linesOfGeometry(geometry)) lines.push(line);
  }
  if (lines.length === 0) {
    const dots = layerPositions(table);
    const step = Math.max(1, Math.ceil(dots.length / most));
    return { lines: [], dots: dots.filter((_, index) => index % step === 0) };
  }
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const step = Math.ceil(total / most);
  return { lines: lines.slice(0, most / 2).map((line) => thinned(line, step)), dots: [] };
}
