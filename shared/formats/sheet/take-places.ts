import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { DeclaredCrs } from '#shared/formats/source/source.ts';
import type { Table } from '#shared/formats/table.ts';
import { withDecimalPoints } from './decimal-commas.ts';
import { declaredByHeadings } from './stated-system.ts';
import { takeGeometry } from './take-geometry.ts';

/**
 * The table with its geometries taken out of their column and its columns of coordinates made
 * readable, the system that their headings state, and what is to be said about either.
 */
export function takePlaces(given: Table): {
  table: Table;
  crs: DeclaredCrs | null;
  problems: Problem[];
} {
  const left = new LeftOut();
  const taken = takeGeometry(given, left);
  const { table, problems } = withDecimalPoints(taken);
  // Where there is a column of shapes, what other columns say of places is nothing of theirs.
  const shapes = given.columns.filter((column) => !taken.columns.includes(column));
  const crs = declaredByHeadings(taken === given ? given.columns : shapes);
  return { table, crs, problems: [...left.problems(), ...problems] };
}
