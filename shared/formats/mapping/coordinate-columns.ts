import { endsLike, headingsFor, normaliseHeading } from './headings.ts';

/** Columns, by their places in the table, that go by one name of a coordinate or end like one. */
function named(headings: readonly string[], field: 'longitude' | 'latitude'): number[] {
  const known = headingsFor('point', field);
  return headings.flatMap((heading, column) =>
    known.includes(heading) || endsLike(heading, known) ? [column] : [],
  );
}

/**
 * Pairs of columns that are coordinates by their headings, as places in the table: the first longitude
 * (or x) with the first latitude (or y), the second with the second; one without another is no place.
 */
export function coordinateColumns(columns: readonly string[]): [x: number, y: number][] {
  const headings = columns.map(normaliseHeading);
  const latitudes = named(headings, 'latitude');
  return named(headings, 'longitude')
    .slice(0, latitudes.length)
    .map((column, index) => [column, latitudes[index] as number]);
}
