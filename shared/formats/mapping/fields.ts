/** What the rows of a table can become. */
export const importTargets = [
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
] as const;
export type ImportTarget = (typeof importTargets)[number];

/** What a column can mean; the words for it are under `import.field`. */
export const importFields = [
  'id',
  'name',
  'code',
  'reviewNumber',
  'source',
  'licence',
  'parent',
  'shape',
  'widthM',
  'radiusM',
  'categories',
  'pointKind',
  'address',
  'longitude',
  'latitude',
  'holder',
  'phone',
  'organisation',
  'role',
  'place',
  'deputy',
  'from',
  'to',
  'number',
  'issueClass',
  'status',
  'foundAt',
  'dueAt',
  'closedAt',
  'text',
  'lostPoints',
  'day',
  'checkedAt',
  'transport',
  'members',
] as const;
export type ImportField = (typeof importFields)[number];

interface TargetFields {
  /** Without a column for each of these nothing can be imported. */
  required: readonly ImportField[];
  optional: readonly ImportField[];
}

const held = ['holder', 'phone', 'organisation'] as const;

/** Fields of each target, in the order in which the dialog shows them. */
const targetFields: Record<ImportTarget, TargetFields> = {
  district: { required: ['name'], optional: ['code', 'reviewNumber', 'source', 'licence', 'id'] },
  street: { required: ['name'], optional: ['code', ...held, 'id'] },
  community: { required: ['name'], optional: ['code', 'parent', ...held, 'id'] },
  zone: {
    required: ['name'],
    optional: ['code', 'parent', 'shape', 'widthM', 'radiusM', 'categories', ...held, 'id'],
  },
  // Cells have codes more often than names, and blocks neither.
  baseUnit: { required: [], optional: ['name', 'code', 'id'] },
  point: { required: ['name'], optional: ['code', 'pointKind', 'address', ...held, 'id'] },
  person: {
    required: ['name'],
    optional: [
      'phone',
      'organisation',
      'role',
      'place',
      'parent',
      'deputy',
      'from',
      'to',
      'source',
      'id',
    ],
  },
  department: { required: ['name'], optional: ['categories', 'parent', 'id'] },
  team: {
    required: ['name'],
    optional: ['place', 'longitude', 'latitude', 'transport', 'phone', 'members', 'id'],
  },
  duty: { required: ['name'], optional: ['phone', 'organisation', 'day', 'checkedAt'] },
  checkIn: { required: ['name', 'checkedAt'], optional: ['phone', 'organisation', 'day'] },
  issue: {
    required: ['foundAt'],
    optional: ['number', 'issueClass', 'status', 'dueAt', 'closedAt', 'text', 'lostPoints', 'id'],
  },
};

/** Targets whose columns without a field are kept, as attributes of their records. */
const keeping: readonly ImportTarget[] = [
  'district',
  'street',
  'community',
  'zone',
  'baseUnit',
  'point',
];

/** Whether what no field takes is kept with the records of a target; else it is dropped. */
export function keepsRest(target: ImportTarget): boolean {
  return keeping.includes(target);
}

/** Targets whose rows are places given by longitude and latitude when a file has no geometry. */
const positioned: readonly ImportTarget[] = ['point', 'issue'];

/** Fields to offer for a target, required ones first. */
export function fieldsFor(
  target: ImportTarget,
  hasGeometry: boolean,
): { required: readonly ImportField[]; optional: readonly ImportField[] } {
  const { required, optional } = targetFields[target];
  if (hasGeometry || !positioned.includes(target)) return { required, optional };
  return { required: [...required, 'longitude', 'latitude'], optional };
}

/** Targets without any place on the map. */
const sheetOnly: readonly ImportTarget[] = ['person', 'department', 'duty', 'checkIn'];

/** Targets that a table can become at all: a sheet without geometry holds no areas. */
export function possibleTargets(hasGeometry: boolean): readonly ImportTarget[] {
  return hasGeometry
    ? importTargets.filter((target) => !sheetOnly.includes(target))
    : ['point', ...sheetOnly, 'team', 'issue'];
}

/** A field that does for another in a target: whom a list means can be told by the phone alone. */
export function standsFor(target: ImportTarget, field: ImportField): ImportField | null {
  return (target === 'duty' || target === 'checkIn') && field === 'name' ? 'phone' : null;
}
