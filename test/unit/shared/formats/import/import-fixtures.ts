import { Document } from '#shared/edits/document.ts';
import { readCsv } from '#shared/formats/csv/read.ts';
import { readGeoJson } from '#shared/formats/geojson/read.ts';
import { usualDuplicates } from '#shared/formats/import/duplicates.ts';
import type { DuplicateChoice, ImportPlan, ImportSource } from '#shared/formats/import/plan.ts';
import { planImport } from '#shared/formats/import/plan-import.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import type { ImportTarget } from '#shared/formats/mapping/fields.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import { proposeMapping, proposeTarget } from '#shared/formats/mapping/propose-mapping.ts';
import type { Table } from '#shared/formats/table.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { parseRecord } from '#shared/model/record.ts';

/** A UUID that is easy to tell: `uuid(7)` ends in 007. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A project with a few entries in each of its lists. */
export function projectRecord(): AnyRecord {
  const entry = (key: string, name: string) => ({ key, name, group: '' });
  return parseRecord({
    kind: 'project',
    id: uuid(1),
    name: '试验区',
    createdAt: '2026-01-01T00:00:00Z',
    schemes: {
      issueClasses: [
        { ...entry('sanitation', '环境卫生'), daysToClose: 3 },
        { ...entry('order', '市容秩序'), daysToClose: null },
      ],
      pointKinds: [entry('market', '农贸市场'), entry('school', '学校')],
      roles: [
        { ...entry('street-head', '街道负责人'), level: 'street', required: true },
        { ...entry('zone-patrol', '网格员'), level: 'zone', required: false },
        { ...entry('zone-head', '片长'), level: 'zone', required: true },
        { ...entry('point-head', '点长'), level: 'point', required: true },
      ],
      negativeList: [],
    },
  });
}

export function box(west: number, south: number, east: number, north: number) {
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

export function csvTable(text: string): Table {
  return readCsv(new TextEncoder().encode(text))[0] as Table;
}

export function geoTables(...features: [geometry: unknown, properties: object][]): Table[] {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
  };
  return readGeoJson(new TextEncoder().encode(JSON.stringify(collection)));
}

/** The table of features of one kind of geometry. */
export const geoTable = (...features: [geometry: unknown, properties: object][]) =>
  geoTables(...features)[0] as Table;

/** A table with the mapping that the dialog would propose, changed as given. */
export function source(
  table: Table,
  target?: ImportTarget,
  change: Partial<TableMapping> = {},
): ImportSource {
  const described = describeTable(table);
  const chosen = target ?? proposeTarget(described, false) ?? 'zone';
  const mapping = { ...proposeMapping(described, chosen, '未分类'), ...change };
  return { file: 'file.csv', table, mapping };
}

let lastId = 1000;
const newId = () => uuid((lastId += 1));

/** Plans into a project of the given records; ids of new records count up. */
export async function plan(
  sources: ImportSource[],
  records: AnyRecord[] = [projectRecord()],
  pause: (fraction: number) => Promise<void> = async () => {},
  duplicates: DuplicateChoice = usualDuplicates,
): Promise<ImportPlan> {
  const context = { today: '2026-03-04', newId, pause, duplicates };
  return planImport(sources, new Document(records), context);
}

export const reasons = (done: ImportPlan) =>
  done.rejected.map(({ row, reason, params }) => [row, reason, params]);

export function recordsOf<K extends AnyRecord['kind']>(done: { records: AnyRecord[] }, kind: K) {
  return done.records.filter((record) => record.kind === kind) as Extract<AnyRecord, { kind: K }>[];
}
