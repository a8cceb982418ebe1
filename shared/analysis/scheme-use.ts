import type { DocumentView } from '#shared/model/document-view.ts';

/** How many records use the entries of a project's own lists, by the keys of the entries. */
export interface SchemeUse {
  /** Posts, of all times. */
  roles: Map<string, number>;
  /** Issues, of all times. */
  issues: Map<string, number>;
  /** Zones and departments that are limited to a class. */
  claims: Map<string, number>;
  points: Map<string, number>;
}

const count = (counts: Map<string, number>, key: string, by = 1) =>
  counts.set(key, (counts.get(key) ?? 0) + by);

/** Counts once through all records. */
export function schemeUse(document: DocumentView): SchemeUse {
  const use: SchemeUse = {
    roles: new Map(),
    issues: new Map(),
    claims: new Map(),
    points: new Map(),
  };
  for (const { role } of document.all('post')) count(use.roles, role);
  for (const { pointKind } of document.all('point')) count(use.points, pointKind);
  for (const { categories } of [...document.all('zone'), ...document.all('organisation')]) {
    for (const key of categories) count(use.claims, key);
  }
  for (const { classes, issueClass } of document.all('issueChunk')) {
    const perClass = new Uint32Array(classes.length);
    for (const index of issueClass) perClass[index] = (perClass[index] ?? 0) + 1;
    classes.forEach((key, at) => count(use.issues, key, perClass[at]));
  }
  return use;
}
