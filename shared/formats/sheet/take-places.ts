import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { Table } from '#shared/formats/table.ts';
import { withDecimalPoints } from './decimal-commas.ts';
import { takeGeometry } from './take-geometry.ts';

/**
 * The table with its geometries taken out of their column and its columns of coordinates made
 * readable, and what is to be said about either.
 */
export function takePlaces(given: Table): { table: Table; problems: Problem[] } {
  const left = new LeftOut();
  const { table, problems } = withDecimalPoints(takeGeometry(given, left));
  return { table, problems: [...left.problems(), ...problems] };
}
