import { expect, it } from 'vitest';
import { recordName } from '#renderer/features/keep/record-name.ts';
import { Document } from '#shared/edits/document.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const project = parseRecord({
  kind: 'project',
  id: idOf(1),
  name: '两片',
  createdAt: '2026-05-01T00:00:00.000Z',
  schemes: {
    issueClasses: [],
    pointKinds: [],
    roles: [{ key: 'keeper', name: '片长', level: 'zone', required: true }],
    negativeList: [],
  },
});
const zone = parseRecord({
  kind: 'zone',
  shape: 'site',
  id: idOf(2),
  parentId: null,
  name: '东片',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  },
});
const post = (role: string, targetId: string): AnyRecord =>
  parseRecord({
    kind: 'post',
    id: idOf(3),
    role,
    personId: null,
    level: 'zone',
    targetId,
    from: '2026-01-01',
  });

it('calls a post by its place and the name of its role, and all else by its own', () => {
  const document = new Document([project, zone]);
  expect(recordName(zone, document)).toBe('东片');
  expect(recordName(post('keeper', zone.id), document)).toBe('东片 片长');
  expect(recordName(post('keeper', idOf(9)), document)).toBe('片长');
  expect(recordName(post('guide', zone.id), document)).toBe('东片 guide');
  expect(recordName(post('keeper', zone.id), null)).toBe('keeper');
});
