import type { Geometry } from 'geojson';
import { readGeometry } from '#shared/formats/geojson/read-geometry.ts';
import type { TableRow } from '#shared/formats/table.ts';

/** A geometry that a reader made, or why it could make none. */
export type ReadAnswer = { geometry: Geometry | null } | { problem: string };

/**
 * What a row keeps of a geometry: collections of one family as that family, empty ones as null.
 */
export function rowGeometryOf(answer: ReadAnswer): Pick<TableRow, 'geometry' | 'problem'> {
  if ('problem' in answer) return { geometry: null, problem: answer.problem };
  const { geometry } = answer;
  if (geometry === null) return { geometry: null, problem: null };
  if (geometry.type !== 'GeometryCollection' && geometry.coordinates.length > 0) {
    return { geometry, problem: null };
  }
  const tidy = readGeometry(geometry);
  return 'problem' in tidy
    ? { geometry: null, problem: tidy.problem }
    : { geometry: tidy.geometry, problem: null };
}
