import type { DocumentView } from '#shared/model/document-view.ts';

/**
 * Names for the parts of a zone that become zones of their own: `wanted` as far as it goes, then the
 * zone's name with the next free number.
 */
export function partNames(
  document: DocumentView,
  name: string,
  wanted: readonly string[],
): (n: number) => string {
  const taken = new Set(document.all('zone').map((zone) => zone.name));
  let number = 1;
  return (n) => {
    const given = wanted[n]?.trim();
    if (given) return given;
    let next: string;
    do {
      number++;
      next = `${name.slice(0, 190)}-${number}`;
    } while (taken.has(next));
    taken.add(next);
    return next;
  };
}
