import type { ImportTarget } from '#shared/formats/mapping/fields.ts';
import type { TableRow } from '#shared/formats/table.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { ImportDraft } from './import-draft.ts';
import {
  type CountedKind,
  type ImportNote,
  type ImportPlan,
  type ImportSource,
  type PlanContext,
  type RejectedRow,
  RowRefused,
  RowSkipped,
} from './plan.ts';
import { planAreas } from './plan-areas.ts';
import { planBaseUnits } from './plan-base-units.ts';
import { planDistrict } from './plan-districts.ts';
import { IssuePlanner } from './plan-issues.ts';
import { planDepartments } from './plan-departments.ts';
import { planDuty } from './plan-duty.ts';
import { planPeople } from './plan-people.ts';
import { planPoints } from './plan-points.ts';
import { planTeams } from './plan-teams.ts';
import type { SchemeList } from './scheme-lists.ts';

/** Order in which tables are taken, so that each finds what it stands on, whatever the files' order. */
const order: readonly ImportTarget[] = [
  'district',
  'street',
  'community',
  'zone',
  'baseUnit',
  'point',
  'person',
  'department',
  'team',
  'duty',
  'checkIn',
  'issue',
];

const rowsBetweenPauses = 2000;

interface Reading {
  /** Called before some rows are read, with the number of the last of them. */
  prepare?: (rowNumber: number) => Promise<void>;
  read: (row: TableRow) => void;
  finish: () => void;
}

function noteNewEntries(list: SchemeList, key: string, notes: ImportNote[]): void {
  if (list.added.length === 0) return;
  const shown = list.added.slice(0, 6).map((entry) => entry.name);
  const names = shown.join('、') + (list.added.length > shown.length ? '…' : '');
  notes.push({ key, params: { count: list.added.length, names } });
}

function startReading(
  source: ImportSource,
  draft: ImportDraft,
  context: PlanContext,
  plan: ImportPlan,
): Reading {
  const nothing = () => {};
  switch (source.mapping.target) {
    case 'district':
      return { read: planDistrict(source, draft, context), finish: nothing };
    case 'street':
    case 'community':
    case 'zone':
      return {
        read: planAreas(source.mapping.target, source, draft, context),
        finish: nothing,
      };
    case 'baseUnit':
      return { read: planBaseUnits(source, draft, context), finish: nothing };
    case 'person':
      return { read: planPeople(source, draft, context), finish: nothing };
    case 'department': {
      const { read, classes } = planDepartments(source, draft, context);
      const finish = () => {
        classes.save();
        noteNewEntries(classes, 'newClasses', plan.notes);
      };
      return { read, finish };
    }
    case 'team': {
      const { read, finder } = planTeams(source, draft, context);
      return { read, finish: () => void plan.matches.push(...finder.matches) };
    }
    case 'duty':
    case 'checkIn': {
      const names = source.mapping.target === 'duty';
      const { read, finish, finder } = planDuty(source, draft, context, names);
      const end = () => {
        plan.notes.push(...finish());
        plan.matches.push(...finder.matches);
      };
      return { read, finish: end };
    }
    case 'point': {
      const { read, kinds } = planPoints(source, draft, context);
      const finish = () => {
        kinds.save();
        noteNewEntries(kinds, 'newKinds', plan.notes);
      };
      return { read, finish };
    }
    case 'issue': {
      const planner = new IssuePlanner(source, draft, context);
      const finish = () => {
        planner.save();
        noteNewEntries(planner.classes, 'newClasses', plan.notes);
        const { added, updated, unchanged, cut, statuses } = planner.counts;
        plan.added.issue = (plan.added.issue ?? 0) + added;
        plan.updated.issue = (plan.updated.issue ?? 0) + updated;
        plan.unchanged += unchanged;
        if (cut > 0) plan.notes.push({ key: 'textsCut', params: { count: cut } });
        for (const [status, count] of [...statuses].slice(0, 8)) {
          plan.notes.push({ key: 'unknownStatus', params: { status, count } });
        }
      };
      return {
        prepare: (rowNumber) => planner.prepare(rowNumber),
        read: (row) => planner.read(row),
        finish,
      };
    }
  }
}

/** Says how many imported positions lie outside the district, when that is more than a few. */
function noteOutside(draft: ImportDraft, records: readonly AnyRecord[], notes: ImportNote[]): void {
  const [district] = draft.all('district');
  if (!district) return;
  const ground = new BandedArea(district.geometry);
  let count = 0;
  let outside = 0;
  const look = (x: number, y: number) => {
    count += 1;
    if (ground.locate(x, y) === 'outside') outside += 1;
  };
  for (const record of records) {
    if (record.kind === 'issueChunk') {
      record.longitude.forEach((x, index) => look(x, record.latitude[index] as number));
    } else if (record.kind === 'point')
      look(toGrid(record.position[0]), toGrid(record.position[1]));
    else if (record.kind === 'team') look(toGrid(record.base[0]), toGrid(record.base[1]));
  }
  if (outside > 0) {
    const key = outside > count / 2 ? 'mostlyOutside' : 'someOutside';
    notes.push({ key, params: { outside, count } });
  }
}

function countKinds(records: readonly AnyRecord[], counts: ImportPlan['added']): void {
  for (const { kind } of records) {
    if (kind === 'issueChunk') continue;
    const counted: CountedKind = kind;
    counts[counted] = (counts[counted] ?? 0) + 1;
  }
}

/**
 * What an import would do, without doing it: the records to put, the rows it cannot use with the
 * reason for each, and what else the user should know. The document is only read.
 * @throws whatever `context.pause` throws, when the planning is cancelled.
 */
export async function planImport(
  sources: readonly ImportSource[],
  document: DocumentView,
  context: PlanContext,
): Promise<ImportPlan> {
  const draft = new ImportDraft(document);
  const plan: ImportPlan = {
    records: [],
    added: {},
    updated: {},
    unchanged: 0,
    rejected: [],
    duplicates: [],
    skipped: 0,
    notes: [],
    matches: [],
  };
  const telling: PlanContext = {
    ...context,
    onDuplicate: (duplicate) => plan.duplicates.push(duplicate),
  };
  const sorted = [...sources].sort(
    (a, b) => order.indexOf(a.mapping.target) - order.indexOf(b.mapping.target),
  );
  const total = sources.reduce((sum, { table }) => sum + table.rows.length, 0);
  let done = 0;
  for (const source of sorted) {
    const reading = startReading(source, draft, telling, plan);
    const { rows } = source.table;
    for (let index = 0; index < rows.length; index += 1) {
      if (index % rowsBetweenPauses === 0) {
        await context.pause((0.9 * done) / total);
        const last = Math.min(index + rowsBetweenPauses, rows.length) - 1;
        await reading.prepare?.((rows[last] as TableRow).number);
      }
      const row = rows[index] as TableRow;
      done += 1;
      const rejection = tryRow(reading, row);
      if (rejection === 'skipped') plan.skipped += 1;
      else if (rejection) plan.rejected.push(describeRejection(source, row, rejection));
    }
    reading.finish();
  }
  await context.pause(0.9);
  const { added, updated, unchanged } = draft.result();
  plan.records = [...added, ...updated];
  countKinds(added, plan.added);
  countKinds(updated, plan.updated);
  plan.unchanged += unchanged.length;
  // A row that says what its record says already is no matter for a choice.
  const changed = new Set(updated.map(({ id }) => id));
  plan.duplicates = plan.duplicates.filter(
    ({ of, recordId }) =>
      of === 'repeated' || recordId === null || plan.skipped > 0 || changed.has(recordId),
  );
  noteOutside(draft, plan.records, plan.notes);
  return plan;
}

function tryRow(reading: Reading, row: TableRow): RowRefused | 'skipped' | null {
  try {
    reading.read(row);
    return null;
  } catch (error) {
    if (error instanceof RowRefused) return error;
    if (error instanceof RowSkipped) return 'skipped';
    throw error;
  }
}

function describeRejection(source: ImportSource, row: TableRow, refused: RowRefused): RejectedRow {
  return {
    file: source.file,
    layer: source.table.layer,
    row: row.number,
    columns: source.table.columns,
    cells: row.cells,
    geometry: row.geometry,
    ...refused.refusal,
  };
}
