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

/** Units of each line department that answers for classes: the department, and all below it. */
function departmentsByUnit(organisations: readonly Organisation[]): Map<string, Organisation[]> {
  const departments = organisations.filter(
    ({ line, categories }) => line === 'line' && categories.length > 0,
  );
  const byUnit = new Map<string, Organisation[]>();
  for (const department of departments) {
    for (const unit of organisationsBelow(organisations, department.id)) {
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), department]);
    }
  }
  return byUnit;
}

/** Told of each post in a street that stands for a department. */
type See = (streetId: string, department: Organisation, holder: MatrixHolder) => void;

function seePosts(
  index: ChainIndex,
  organisations: readonly Organisation[],
  on: string,
  see: See,
): void {
  const byUnit = departmentsByUnit(organisations);
  for (const post of index.roster.allPosts()) {
    const person = index.roster.people.get(post.personId ?? '');
    const place = index.places.get(post.targetId);
    if (!person || !place || !inOffice(post, on)) continue;
    const own = byUnit.get(unitOf(post, person) ?? '') ?? [];
    const streetId = own.length > 0 ? streetIdOf(index, place) : null;
    if (streetId === null) continue;
    for (const department of own) see(streetId, department, { post, person, place });
  }
}

/** Whether somebody at a place stands there for a class: a zone limited to classes is for those alone. */
const isFor = (place: ChainPlace, issueClass: string) =>
  place.level !== 'zone' || answersFor(place.record, issueClass);

const keyOf = (streetId: string, organisationId: string, issueClass: string) =>
  `${streetId} ${organisationId} ${issueClass}`;

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
  const cells = new Map<string, MatrixCell>();
  for (const { id: streetId } of index.input.streets) {
    for (const { id: organisationId, line, categories } of organisations) {
      if (line !== 'line') continue;
      for (const issueClass of categories) {
        const cell = { streetId, organisationId, issueClass, holders: [] };
        cells.set(keyOf(streetId, organisationId, issueClass), cell);
      }
    }
  }
  seePosts(index, organisations, on, (streetId, { id, categories }, holder) => {
    for (const issueClass of categories) {
      if (!isFor(holder.place, issueClass)) continue;
      cells.get(keyOf(streetId, id, issueClass))?.holders.push(holder);
    }
  });
  return { cells: [...cells.values()], unclaimed: unclaimedClasses(organisations, issueClasses) };
}

/** Classes that no department answers for. */
export function unclaimedClasses(
  organisations: readonly Organisation[],
  issueClasses: readonly string[],
): string[] {
  const lines = organisations.filter(({ line }) => line === 'line');
  const claimed = new Set(lines.flatMap(({ categories }) => categories));
  return issueClasses.filter((issueClass) => !claimed.has(issueClass));
}

/**
 * How many posts each cell of the matrix holds, streets × columns row after row, without naming them:
 * for matrices of any size.
 */
export function departmentCounts(
  index: ChainIndex,
  organisations: readonly Organisation[],
  streetIds: readonly string[],
  columns: readonly { organisationId: string; issueClass: string }[],
  on: string,
): Uint32Array {
  const rows = new Map(streetIds.map((id, at) => [id, at]));
  const columnsOf = new Map<string, { at: number; issueClass: string }[]>();
  columns.forEach(({ organisationId, issueClass }, at) => {
    const list = columnsOf.get(organisationId);
    if (list) list.push({ at, issueClass });
    else columnsOf.set(organisationId, [{ at, issueClass }]);
  });
  const counts = new Uint32Array(rows.size * columns.length);
  seePosts(index, organisations, on, (streetId, { id }, { place }) => {
    const row = rows.get(streetId);
    if (row === undefined) return;
    for (const { at, issueClass } of columnsOf.get(id) ?? []) {
      if (!isFor(place, issueClass)) continue;
      const cell = row * columns.length + at;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  });
  return counts;
}
