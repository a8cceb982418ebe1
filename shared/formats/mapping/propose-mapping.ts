import { layerIds } from '#shared/formats/layer-ids.ts';
import { statedSystem } from '#shared/formats/sheet/stated-system.ts';
import type { TableDescription } from './describe-table.ts';
import {
  fieldsFor,
  type ImportField,
  type ImportTarget,
  possibleTargets,
  standsFor,
} from './fields.ts';
import { listTarget } from './list-target.ts';
import { endsLike, headingsFor, normaliseHeading } from './headings.ts';
import type { TableMapping } from './mapping.ts';

export function hasGeometry(table: TableDescription): boolean {
  const { area, line, point } = table.families;
  return area + line + point + table.unreadable > 0;
}

/** Fields that are also known by how a heading ends: 百度经度, 点长 电话, gcj02_lng. */
const byEnding: ReadonlySet<ImportField> = new Set([
  'longitude',
  'latitude',
  'holder',
  'phone',
  'organisation',
]);

/** Heading among the free ones by which a field goes: a known one, else one that ends like it. */
function headingOf(
  free: ReadonlyMap<string, string>,
  target: ImportTarget,
  field: ImportField,
): string | undefined {
  const known = headingsFor(target, field);
  const exact = known.find((one) => free.has(one));
  if (exact !== undefined || !byEnding.has(field)) return exact;
  return [...free.keys()].find((one) => endsLike(one, known));
}

/** Columns for the fields of a target, by their headings; each column serves one field at most. */
export function proposeColumns(
  table: TableDescription,
  target: ImportTarget,
): Partial<Record<ImportField, string>> {
  const { required, optional } = fieldsFor(target, hasGeometry(table));
  const columns: Partial<Record<ImportField, string>> = {};
  const free = new Map<string, string>();
  for (const { name } of table.columns) {
    const heading = normaliseHeading(name);
    const other = free.get(heading);
    // Of two of the same, such as 经度 and 经度（GCJ-02）, the one that tells its system can be relied on.
    if (other === undefined || (statedSystem(name) !== null && statedSystem(other) === null)) {
      free.set(heading, name);
    }
  }
  for (const field of [...required, ...optional]) {
    const heading = headingOf(free, target, field);
    if (heading === undefined) continue;
    columns[field] = free.get(heading) as string;
    free.delete(heading);
  }
  return columns;
}

const layerTargets: Record<string, ImportTarget> = {
  district: 'district',
  streets: 'street',
  communities: 'community',
  zones: 'zone',
  points: 'point',
  issues: 'issue',
  baseUnits: 'baseUnit',
};

const endings: readonly (readonly [RegExp, ImportTarget])[] = [
  [/(街道|镇|乡|地区|街道办事处)$/, 'street'],
  [/(社区|村|居委会|村委会)$/, 'community'],
];

/** Names of layers and files that hold the cells of the city's system, or blocks of streets. */
const ofBaseUnits = /单元网格|街区|(^|[^a-z])(cells?|blocks?|grid-?cells?)([^a-z]|$)/i;

/** Names that speak of zones or levels, whatever else they contain. */
const ofOthers = /责任|片区|(社区|街道)界|(^|[^a-z])(zones?|communit(y|ies))([^a-z]|$)/i;

/** Fields that zones have and the cells of others do not; to belong to a community is common to both. */
const ofZones = ['shape', 'categories', 'holder'] as const;

/** Whether a table of areas holds base units, by the names of its layer and file and by its headings. */
function holdsBaseUnits(table: TableDescription, fileName: string): boolean {
  const names = [table.layer, fileName];
  if (!names.some((name) => ofBaseUnits.test(name))) return false;
  if (names.some((name) => ofOthers.test(name))) return false;
  const columns = proposeColumns(table, 'zone');
  return ofZones.every((field) => columns[field] === undefined);
}

/** Level that most of the sampled names speak of; null when they do not agree. */
function levelByName(table: TableDescription): ImportTarget | null {
  const column = proposeColumns(table, 'zone').name;
  const samples = table.columns.find(({ name }) => name === column)?.samples ?? [];
  for (const [ending, target] of endings) {
    const hits = samples.filter((sample) => ending.test(String(sample))).length;
    if (hits > samples.length / 2) return target;
  }
  return null;
}

/**
 * What a table most likely holds, from its layer's name, its geometries, names and headings; null
 * for a layer of ours that is not read back, such as findings.
 */
export function proposeTarget(
  table: TableDescription,
  hasDistrict: boolean,
  fileName = '',
): ImportTarget | null {
  if ((layerIds as readonly string[]).includes(table.layer)) {
    return layerTargets[table.layer] ?? null;
  }
  const { area, line, point } = table.families;
  if (area >= point && area + line > 0) {
    if (area === 1 && table.rowCount === 1 && !hasDistrict) return 'district';
    return levelByName(table) ?? (holdsBaseUnits(table, fileName) ? 'baseUnit' : 'zone');
  }
  const list = point > 0 ? null : listTarget(table.columns, fileName);
  if (list) return list;
  const issue = proposeColumns(table, 'issue');
  if (issue.foundAt && (issue.status || issue.number || issue.issueClass || issue.closedAt)) {
    return 'issue';
  }
  if (point > 0) return 'point';
  const { longitude, latitude } = proposeColumns(table, 'point');
  return longitude && latitude ? 'point' : 'person';
}

/** Targets whose unknown names and classes are only added when the user says so. */
const cautious: readonly ImportTarget[] = ['duty', 'checkIn', 'team', 'department'];

/** A mapping to start from; the user sees and can change all of it. */
export function proposeMapping(
  table: TableDescription,
  target: ImportTarget,
  fallback: string,
): TableMapping {
  return {
    target,
    columns: proposeColumns(table, target),
    // The order of the two numbers is a matter of the system, which is guessed from the values.
    swapped: false,
    // A name that nobody in the roster has is more often a slip than somebody new.
    addUnknown: !cautious.includes(target),
    fallback,
  };
}

/** Fields without a column that the target cannot do without. */
export function missingFields(table: TableDescription, mapping: TableMapping): ImportField[] {
  const { required } = fieldsFor(mapping.target, hasGeometry(table));
  const present = new Set(table.columns.map(({ name }) => name));
  const isThere = (field: ImportField | null) => {
    const column = field === null ? undefined : mapping.columns[field];
    return column !== undefined && present.has(column);
  };
  return required.filter((field) => !isThere(field) && !isThere(standsFor(mapping.target, field)));
}

/** Whether a remembered mapping can be used for a table as it is. */
export function mappingFits(table: TableDescription, mapping: TableMapping): boolean {
  return (
    possibleTargets(hasGeometry(table)).includes(mapping.target) &&
    missingFields(table, mapping).length === 0
  );
}
