import { crsNamed } from '#shared/geo/crs/crs-named.ts';

/** What our own sheets call the columns that hold positions, the system behind it. */
const ownHeading = /^(?:经度|纬度|WKT)（([^）]{1,80})）(?: \d+)?$/;

/** The system that a heading of our own sheets states; null for any other heading. */
export function statedSystem(heading: string): string | null {
  const named = ownHeading.exec(heading)?.[1];
  return named === undefined ? null : crsNamed(named);
}

/** What the first of some headings declares. */
export function declaredByHeadings(
  headings: readonly string[],
): { id: string; text: string; from: string } | null {
  for (const heading of headings) {
    const id = statedSystem(heading);
    const text = ownHeading.exec(heading)?.[1];
    if (id !== null && text !== undefined) return { id, text, from: heading };
  }
  return null;
}
