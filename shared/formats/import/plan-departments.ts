import type { TableRow } from '#shared/formats/table.ts';
import { checkRecord } from './check-record.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { ensureOrganisation, parts } from './responsible.ts';
import { RowReader } from './row-reader.ts';
import { SchemeList } from './scheme-lists.ts';

/**
 * Line departments (条) with the classes of issue that they answer for: classes by name, or a whole
 * group of them. Rows of one department add up; what an earlier import said is replaced.
 */
export function planDepartments(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const classes = new SchemeList(draft, 'issueClasses', source.mapping);
  const groups = new Map<string, string[]>();
  for (const { key, group } of draft.all('project')[0]?.schemes.issueClasses ?? []) {
    const name = lookupKey(group);
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  /** Departments that this table has named, with what it said so far. */
  const said = new Map<string, Set<string>>();

  const read = (row: TableRow) => {
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    // Everything is read before anything is kept, so that a refused row leaves nothing.
    const keys = parts(reader.text(row, 'categories')).flatMap(
      (text) => groups.get(lookupKey(text)) ?? [classes.keyOf(text)],
    );
    const parent = reader.text(row, 'parent', 200);
    const id = ownId(reader.text(row, 'id'));
    const called = draft.lookup('organisation', name);
    const known = (id === null ? undefined : draft.find('organisation', id)) ?? called[0];
    if (called.length > 1 && known === called[0]) {
      throw new RowRefused('placeAmbiguous', { place: name, count: called.length });
    }
    const own = known?.id ?? (id !== null && !draft.get(id) ? id : context.newId());
    const parentId =
      lookupKey(parent) === lookupKey(name) ? null : ensureOrganisation(draft, parent, context);
    const categories = said.get(own) ?? new Set<string>();
    for (const key of keys) categories.add(key);
    said.set(own, categories);
    draft.put(
      checkRecord({
        kind: 'organisation',
        id: own,
        name,
        parentId: parentId ?? known?.parentId ?? null,
        line: 'line',
        categories: reader.has('categories') ? [...categories] : (known?.categories ?? []),
      }),
    );
  };
  return { read, classes };
}
