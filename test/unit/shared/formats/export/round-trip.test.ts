import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { exportMembers, exportTables } from '#shared/formats/export/export-tables.ts';
import { readGeoJson } from '#shared/formats/geojson/read.ts';
import { rightHand } from '#shared/formats/geojson/right-hand.ts';
import { writeGeoJson } from '#shared/formats/geojson/write.ts';
import { planImport } from '#shared/formats/import/plan-import.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { proposeMapping, proposeTarget } from '#shared/formats/mapping/propose-mapping.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { Issue } from '#shared/model/issue.ts';
import { packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { projectRecord, recordsOf } from '#test/unit/shared/formats/import/import-fixtures.ts';

const layers: LayerId[] = [
  'district',
  'streets',
  'communities',
  'zones',
  'baseUnits',
  'points',
  'issues',
];
const options = { holders: true, phones: true, today: '2026-03-04', findings: [] };

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(snapDegrees);
const position = fc.tuple(degrees(116, 117), degrees(39, 40));
const ring = fc.array(position, { minLength: 3, maxLength: 8 }).map((ring) => [...ring, ring[0]]);
const area = fc.oneof(
  fc.record({
    type: fc.constant('Polygon'),
    coordinates: fc.array(ring, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
);
const line = fc.record({
  type: fc.constant('LineString'),
  coordinates: fc.array(position, { minLength: 2, maxLength: 5 }),
});
const site = fc.record({ type: fc.constant('Point'), coordinates: position });

const word = fc.string({
  unit: fc.constantFrom('海', '淀', 'a', '1', ' ', '-', '·'),
  minLength: 1,
  maxLength: 6,
});
const name = word.map((text) => `名${text}`.trim());
const attributes = fc.dictionary(
  fc.constantFrom('颜色', 'labelPoint', '户数', '备注'),
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  ),
);
const common = { id: fc.uuid(), name, attributes };

const zone = fc.oneof(
  fc.record({ ...common, shape: fc.constant('block'), geometry: area }),
  fc.record({
    ...common,
    shape: fc.constant('strip'),
    geometry: line,
    widthM: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({
    ...common,
    shape: fc.constant('site'),
    geometry: site,
    radiusM: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({ ...common, shape: fc.constant('site'), geometry: area }),
);
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const issue = fc.record({
  kind: fc.constant('issue' as const),
  id: fc.uuid(),
  issueClass: fc.constantFrom('sanitation', 'order'),
  status: fc.constantFrom('reported', 'dispatched', 'handling', 'closed'),
  position,
  foundAt: moment,
  dueAt: moment,
  closedAt: fc.option(moment),
  text: name,
  lostPoints: fc.constantFrom(0, 0.5, 3),
}) as fc.Arbitrary<Issue>;

const world = fc
  .record({
    district: fc.record({ ...common, geometry: area, code: fc.constant('110108') }),
    streets: fc.array(fc.record({ ...common, geometry: area }), { maxLength: 3 }),
    communities: fc.array(fc.record({ ...common, geometry: area }), { maxLength: 3 }),
    zones: fc.array(zone, { maxLength: 4 }),
    units: fc.array(fc.record({ ...common, geometry: area }), { maxLength: 3 }),
    points: fc.array(
      fc.record({ ...common, position, pointKind: fc.constantFrom('market', 'school') }),
      { maxLength: 4 },
    ),
    issues: fc.array(issue, { maxLength: 5 }),
    pick: fc.infiniteStream(fc.nat()),
  })
  .map(({ district, streets, communities, zones, units, points, issues, pick }) => {
    const some = (list: { id: string }[]) => {
      const next = pick.next().value as number;
      return list.length === 0 ? null : (list[next % list.length]?.id ?? null);
    };
    const coded = <T extends object>(records: T[], prefix: string) =>
      records.map((record, index) => ({ ...record, code: `${prefix}${index}` }));
    const records = [
      { kind: 'district', ...district },
      ...coded(streets, 's').map((one) => ({ kind: 'street', districtId: district.id, ...one })),
      ...coded(communities, 'c').map((one) => ({
        kind: 'community',
        streetId: some(streets),
        ...one,
      })),
      ...coded(zones, 'z').map((one) => ({
        kind: 'zone',
        parentId: some(communities) ?? some(streets),
        ...one,
      })),
      ...coded(units, 'u').map((one) => ({ kind: 'baseUnit', ...one })),
      ...coded(points, 'p').map((one) => ({ kind: 'point', ...one })),
    ].map(parseRecord);
    return { records: [projectRecord(), ...records], issues };
  })
  .filter(({ records, issues }) => {
    const ids = [...records, ...issues].map(({ id }) => id);
    return new Set(ids).size === ids.length;
  })
  // A child without named parent is given one by the ground, which is another test's matter.
  .filter(({ records }) =>
    records.every(
      (record) =>
        !(record.kind === 'community' && record.streetId === null) &&
        !(record.kind === 'zone' && record.parentId === null),
    ),
  );

/** Rings are wound on the way out; everything else must come back as it was. */
function wound(record: AnyRecord): AnyRecord {
  return 'geometry' in record
    ? ({ ...record, geometry: rightHand(record.geometry) } as AnyRecord)
    : record;
}

async function bringBack(bytes: Uint8Array, into: AnyRecord[]) {
  const sources = readGeoJson(bytes).flatMap((table) => {
    const described = describeTable(table);
    const target = proposeTarget(described, false);
    return target
      ? [{ file: 'x', table, mapping: proposeMapping(described, target, '未分类') }]
      : [];
  });
  return planImport(sources, new Document(into), {
    today: '2026-03-04',
    newId: () => crypto.randomUUID(),
    pause: async () => {},
  });
}

describe('export and import', () => {
  it('bring back every record as it was, on the grid', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ records, issues }) => {
        const tables = exportTables(new Document(records), layers, { ...options, issues });
        const done = await bringBack(writeGeoJson(tables), [projectRecord()]);
        expect(done.rejected).toEqual([]);
        const expected = records.slice(1).map(wound);
        const brought = done.records.filter(({ kind }) => kind !== 'issueChunk');
        const district = { source: 'x' };
        expect(brought).toEqual(
          expected.map((record) =>
            record.kind === 'district' ? { ...record, ...district } : record,
          ),
        );
        const again = recordsOf(done, 'issueChunk').flatMap((chunk) =>
          Array.from({ length: chunk.count }, (_, index) => unpackIssue(chunk, index)),
        );
        expect(again).toEqual(issues);
      }),
      { numRuns: 60 },
    );
  });

  it('change nothing in the project that the file came from', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ records, issues }) => {
        const chunks = packIssues(issues, () => crypto.randomUUID());
        const all = [...records.map(wound), ...chunks];
        const tables = exportTables(new Document(all), layers, { ...options, issues });
        const done = await bringBack(writeGeoJson(tables), all);
        expect(done).toMatchObject({ records: [], rejected: [] });
      }),
      { numRuns: 30 },
    );
  });
});

describe('exported layers', () => {
  const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const records = [
    projectRecord(),
    ...[
      { kind: 'organisation', id: id(2), name: '城管局' },
      { kind: 'person', id: id(3), name: '张三', phone: '13800000000', organisationId: id(2) },
      {
        kind: 'post',
        id: id(4),
        role: 'point-head',
        personId: id(3),
        level: 'point',
        targetId: id(5),
        from: '2026-01-01',
      },
      {
        kind: 'point',
        id: id(5),
        name: '东门',
        pointKind: 'market',
        position: [116, 39],
        attributes: { 联系电话: '010-5', 备注: '找 13912345678', 星级: '三' },
      },
    ].map(parseRecord),
  ];
  const properties = (change: object) => {
    const tables = exportTables(new Document(records), ['points'], {
      ...options,
      ...change,
      issues: [],
    });
    return JSON.parse(new TextDecoder().decode(writeGeoJson(tables))).features[0].properties;
  };

  it('hold telephone numbers in full only when asked for, even in attributes', () => {
    const text = JSON.stringify(properties({ phones: false }));
    expect(text).toContain('张三');
    expect(text).toContain('星级');
    expect(text).not.toMatch(/13800000000|010-5|13912345678/);
    expect(properties({ phones: false })).toMatchObject({
      phone: '138****0000',
      联系电话: '0*0-5',
      备注: '找 139****5678',
    });
    expect(properties({ phones: true })).toMatchObject({ phone: '13800000000', 联系电话: '010-5' });
  });

  it('name nobody when holders are not wanted', () => {
    expect(JSON.stringify(properties({ holders: false, phones: false }))).not.toMatch(
      /张三|城管局/,
    );
  });

  it('say under which number the map was reviewed', () => {
    const district = parseRecord({
      kind: 'district',
      id: id(9),
      name: '区',
      code: '',
      geometry: { type: 'Polygon', coordinates: [] },
      reviewNumber: '京S(2026)1号',
    });
    expect(exportMembers(new Document([district]))).toEqual({ 审图号: '京S(2026)1号' });
    expect(exportMembers(new Document(records))).toEqual({});
  });
});
