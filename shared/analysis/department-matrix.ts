import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { answersFor } from '#shared/chain/zone-choice.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import { organisationsBelow, unitOf } from './held-by.ts';
import { streetIdOf } from './street-of-place.ts';

export interface MatrixHolder {
  post: Post;
  person: Person;
  place: ChainPlace;
}

/** Whether a line department has anybody in a street for a class of issue that it answers for. */
export interface MatrixCell {
  streetId: string;
  organisationId: string;
  issueClass: string;
  /** Empty: a gap between line and block. */
  holders: MatrixHolder[];
}

export interface DepartmentMatrix {
  /** Streets × departments × the classes each department answers for. */
  cells: MatrixCell[];
  /** Classes that no department answers for. */
  unclaimed: string[];
}

/**
 * The matrix of streets × line departments × classes of issue on a day (条块结合无空档). A department
 * is there for a class when it, or a unit below it, holds a post in the street, a community, a zone
 * (one limited to classes counts for those alone) or at a point of it. Posts for the whole district
 * fill no cell: they would hide every gap.
 */
export function departmentMatrix(
  index: ChainIndex,
  organisations: readonly Organisation[],
  issueClasses: readonly string[],
  on: string,
): DepartmentMatrix {
  const departments = organisations.filter(
    ({ line, categories }) => line === 'line' && categories.length > 0,
  );
  const departmentsOf = new Map<string, string[]>();
  for (const { id } of departments) {
    for (const unit of organisationsBelow(organisations, id)) {
      departmentsOf.set(unit, [...(departmentsOf.get(unit) ?? []), id]);
    }
  }
  const cells = new Map<string, MatrixCell>();
  for (const { id: streetId } of index.input.streets) {
    for (const { id: organisationId, categories } of departments) {
      for (const issueClass of categories) {
        const cell = { streetId, organisationId, issueClass, holders: [] };
        cells.set(`${streetId} ${organisationId} ${issueClass}`, cell);
      }
    }
  }
  const classes = new Map(departments.map(({ id, categories }) => [id, categories]));
  for (const post of index.roster.allPosts()) {
    const person = index.roster.people.get(post.personId ?? '');
    const place = index.places.get(post.targetId);
    if (!person || !place || !inOffice(post, on)) continue;
    const own = departmentsOf.get(unitOf(post, person) ?? '') ?? [];
    const streetId = own.length > 0 ? streetIdOf(index, place) : null;
    if (streetId === null) continue;
    for (const organisationId of own) {
      for (const issueClass of classes.get(organisationId) ?? []) {
        if (place.level === 'zone' && !answersFor(place.record, issueClass)) continue;
        cells
          .get(`${streetId} ${organisationId} ${issueClass}`)
          ?.holders.push({ post, person, place });
      }
    }
  }
  const claimed = new Set(departments.flatMap(({ categories }) => categories));
  return {
    cells: [...cells.values()],
    unclaimed: issueClasses.filter((issueClass) => !claimed.has(issueClass)),
  };
}
