import type { Zone } from '#shared/model/zone.ts';

/** Issue classes with the same zones answering for them. */
export interface CoverageClass {
  /** Keys of the classes; null when no zone is limited to any. */
  categories: string[] | null;
  zones: Zone[];
}

/** Stands for all issue classes that no zone names. */
export const otherCategories = '*';

/**
 * Groups issue classes by the zones that answer for them: coverage must hold for each group.
 * Zones without categories answer for all.
 */
export function coverageClasses(
  zones: readonly Zone[],
  issueClasses: readonly string[],
): CoverageClass[] {
  const named = new Set<string>();
  for (const { categories } of zones) for (const category of categories) named.add(category);
  if (named.size === 0) return [{ categories: null, zones: [...zones] }];
  const known = new Set([...issueClasses, ...named]);
  const others = issueClasses.length === 0 || issueClasses.some((key) => !named.has(key));
  const groups = new Map<string, CoverageClass>();
  for (const category of [...known, ...(others ? [otherCategories] : [])]) {
    // Classes that nobody names are one group; it is told by `otherCategories` alone.
    if (!named.has(category) && category !== otherCategories) continue;
    const answering = zones.filter(
      ({ categories }) => categories.length === 0 || categories.includes(category),
    );
    const key = answering.map((zone) => zone.id).join();
    const group = groups.get(key);
    if (group) group.categories?.push(category);
    else groups.set(key, { categories: [category], zones: answering });
  }
  return [...groups.values()];
}
