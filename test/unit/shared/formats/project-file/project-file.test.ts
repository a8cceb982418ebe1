import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { sha256 } from '#shared/formats/project-file/manifest.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import type { Issue } from '#shared/model/issue.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';

let next = 0;
const newId = () => `00000000-0000-4000-8000-${(++next).toString(16).padStart(12, '0')}`;

const square = (x: number, y: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ],
});

const project = () =>
  parseRecord({
    kind: 'project',
    id: newId(),
    name: '海淀',
    createdAt: '2026-05-01T08:00:00+08:00',
    schemes: { issueClasses: [], pointKinds: [], roles: [], negativeList: [] },
  });

function issues(count: number): Issue[] {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, () => {
    const found = Date.UTC(2025, 0, 1) + Math.floor(random() * 63e9);
    const closed = random() < 0.8 ? found + Math.floor(random() * 2e9) : null;
    const hex = (digits: number) =>
      Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
    return {
      kind: 'issue',
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      issueClass: `class-${Math.floor(random() * 12)}`,
      status: closed === null ? 'handling' : 'closed',
      position: [
        Math.round((116.1 + random() * 0.3) * 1e7) / 1e7,
        Math.round((39.9 + random() * 0.2) * 1e7) / 1e7,
      ],
      foundAt: new Date(found).toISOString(),
      dueAt: new Date(found + 3 * 86_400_000).toISOString(),
      closedAt: closed === null ? null : new Date(closed).toISOString(),
      text: `公益广告褪色 ${Math.floor(random() * 40)}`,
      lostPoints: Math.floor(random() * 4) / 2,
    };
  });
}

function sampleRecords(): AnyRecord[] {
  const district = newId();
  return [
    project(),
    parseRecord({
      kind: 'district',
      id: district,
      name: '海淀区',
      code: '110108',
      geometry: square(116.2, 39.9),
    }),
    ...['东', '西'].map((name, i) =>
      parseRecord({
        kind: 'street',
        id: newId(),
        districtId: district,
        name,
        code: `11010800${i}`,
        geometry: square(116.2, 39.9 + i / 100),
        attributes: { 备注: '真', n: 3, x: null },
      }),
    ),
    parseRecord({
      kind: 'zone',
      id: newId(),
      parentId: null,
      name: '一片',
      shape: 'strip',
      widthM: 12,
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.2, 39.9],
          [116.3, 39.95],
        ],
      },
    }),
    parseRecord({
      kind: 'zone',
      id: newId(),
      parentId: null,
      name: '一点',
      shape: 'site',
      radiusM: 30,
      geometry: { type: 'Point', coordinates: [116.25, 39.92] },
    }),
    parseRecord({
      kind: 'point',
      id: newId(),
      name: '菜市场',
      pointKind: 'market',
      position: [116.3, 39.95],
    }),
    parseRecord({ kind: 'person', id: newId(), name: '王' }),
    ...packIssues(issues(40), newId),
  ];
}

function auditOf(records: AnyRecord[]): AuditRow[] {
  const [first, ...others] = records;
  const added = Object.fromEntries(others.map((record) => [record.id, record]));
  const renamed = { ...(first as AnyRecord), name: '新' } as AnyRecord;
  const row = (sequence: number, patch: AuditRow['patch']): AuditRow => ({
    id: newId(),
    sequence,
    time: '2026-05-01T08:00:00.000Z',
    author: '',
    label: { key: 'edit.import', params: { count: 3 } },
    action: 'edit',
    of: null,
    patch,
  });
  return [
    row(1, { ...emptyPatch(), added }),
    row(2, {
      ...emptyPatch(),
      updated: { [renamed.id]: [first as AnyRecord, renamed] as [AnyRecord, AnyRecord] },
    }),
  ];
}

async function keyOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FormatError);
  return (error as FormatError).key;
}

/** The same archive with one part replaced, added or (null) left out; hashes stay as they were. */
function tampered(bytes: Uint8Array, path: string, content: Uint8Array | null) {
  const { [path]: _, ...others } = unzipSync(bytes);
  return zipSync(content ? { ...others, [path]: content } : others);
}

/** As {@link tampered}, but with the manifest telling the new size and hash. */
async function forged(bytes: Uint8Array, path: string, text: string) {
  const content = strToU8(text) as Uint8Array<ArrayBuffer>;
  const manifest = JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] as Uint8Array)) as {
    parts: { path: string; bytes: number; sha256: string }[];
  };
  const part = manifest.parts.find((candidate) => candidate.path === path);
  if (!part) throw new Error(`no part ${path}`);
  part.bytes = content.length;
  part.sha256 = await sha256(content);
  return tampered(
    tampered(bytes, path, content),
    'manifest.json',
    strToU8(JSON.stringify(manifest)),
  );
}

describe('project file', () => {
  it('gives back every record and audit row, typed arrays as such', async () => {
    const records = sampleRecords();
    const audit = auditOf(records);
    const back = await unpackProject(await packProject(records, audit));
    const key = (record: AnyRecord) => record.id;
    expect([...back.records].sort((a, b) => key(a).localeCompare(key(b)))).toEqual(
      [...records].sort((a, b) => key(a).localeCompare(key(b))),
    );
    expect(back.audit).toEqual(audit);
  });

  it('gives the same bytes for the same input', async () => {
    const records = sampleRecords();
    const audit = auditOf(records);
    const once = await packProject(records, audit);
    const again = await packProject(structuredClone(records), structuredClone(audit));
    expect(again).toEqual(once);
    const back = await unpackProject(once);
    expect(await packProject(back.records, back.audit)).toEqual(once);
  });

  it('keeps layers as GeoJSON with the geometry untouched', async () => {
    const records = sampleRecords();
    const parts = unzipSync(await packProject(records));
    const layer = JSON.parse(strFromU8(parts['layers/street.geojson'] as Uint8Array)) as {
      type: string;
      features: { geometry: unknown; properties: { name: string } }[];
    };
    expect(layer.type).toBe('FeatureCollection');
    expect(layer.features.map((feature) => feature.properties.name)).toEqual(['东', '西']);
    const street = records.filter((record) => record.kind === 'street')[1];
    expect(layer.features[1]?.geometry).toEqual(street?.geometry);
  });

  it('holds 50,000 issues with random ids in less than 2 MB, in the log too', async () => {
    const chunks = packIssues(issues(50_000), newId);
    const records = [project(), ...chunks];
    const bytes = await packProject(records, auditOf(records));
    expect(bytes.length).toBeLessThan(2_000_000);
    const back = await unpackProject(bytes);
    expect(back.records.filter((record) => record.kind === 'issueChunk')).toEqual(chunks);
  });

  it('keeps issue ids that are not written in the usual way', async () => {
    const [issue] = issues(1) as [Issue];
    const chunks = packIssues([{ ...issue, id: issue.id.toUpperCase() }], newId);
    const back = await unpackProject(await packProject([project(), ...chunks]));
    expect(back.records[1]).toEqual(chunks[0]);
  });

  it('refuses what is no project file', async () => {
    expect(await keyOf(unpackProject(strToU8('name,lon,lat')))).toBe('storage.file.notOurs');
    expect(await keyOf(unpackProject(new Uint8Array(0)))).toBe('storage.file.notOurs');
    expect(await keyOf(unpackProject(zipSync({ 'a.txt': strToU8('a') })))).toBe(
      'storage.file.notOurs',
    );
  });

  it('tells a newer format and a file cut off', async () => {
    const bytes = await packProject(sampleRecords());
    const newer = strToU8(JSON.stringify({ format: 'hengzong', formatVersion: 1000, anything: 1 }));
    expect(await keyOf(unpackProject(tampered(bytes, 'manifest.json', newer)))).toBe(
      'storage.file.newer',
    );
    expect(await keyOf(unpackProject(bytes.subarray(0, bytes.length - 200)))).toBe(
      'storage.file.cut',
    );
  });

  it('refuses missing and changed parts', async () => {
    const bytes = await packProject(sampleRecords());
    const path = 'records/person.json';
    expect(await keyOf(unpackProject(tampered(bytes, path, null)))).toBe('storage.file.missing');
    expect(await keyOf(unpackProject(tampered(bytes, path, strToU8('[]'))))).toBe(
      'storage.file.changed',
    );
  });

  it('refuses records that do not fit their schema, are there twice or too few', async () => {
    const records = sampleRecords();
    const bytes = await packProject(records);
    const person = records.find((record) => record.kind === 'person') as AnyRecord;
    for (const list of [[{ ...person, name: '' }], [{ ...person, id: records[0]?.id }], []]) {
      const file = await forged(bytes, 'records/person.json', JSON.stringify(list));
      expect(await keyOf(unpackProject(file))).toBe('storage.file.damaged');
    }
  });

  it('refuses an audit log with a hole', async () => {
    const records = sampleRecords();
    const [, second] = auditOf(records) as [AuditRow, AuditRow];
    const file = await packProject(records, [second]);
    expect(await keyOf(unpackProject(file))).toBe('storage.file.damaged');
  });

  it.each(['../evil.json', '/etc/passwd', 'a\\..\\b', 'C:/x.json', 'layers/../../x'])(
    'refuses the path %s',
    async (path) => {
      const bytes = await packProject(sampleRecords());
      expect(await keyOf(unpackProject(tampered(bytes, path, strToU8('x'))))).toBe(
        'storage.file.badPath',
      );
    },
  );

  it('refuses to unpack a bomb, whatever size it declares', async () => {
    const bytes = await packProject(sampleRecords());
    const path = 'records/person.json';
    const declaring = (size: number) => {
      const archive = tampered(bytes, path, new Uint8Array(9_999_999));
      const view = new DataView(archive.buffer);
      let places = 0;
      for (let at = 0; at + 4 <= archive.length; at++) {
        if (view.getUint32(at, true) !== 9_999_999) continue;
        view.setUint32(at, size, true);
        places += 1;
      }
      expect(places).toBe(2);
      return archive;
    };
    expect(await keyOf(unpackProject(declaring(401 * 1024 ** 2)))).toBe('storage.file.tooLarge');
    expect(await keyOf(unpackProject(declaring(64)))).toBe('storage.file.changed');
  });
});
