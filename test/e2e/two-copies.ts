import type { AuditRow } from '#shared/edits/audit.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { Document } from '#shared/edits/document.ts';
import { History } from '#shared/edits/history.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

/** The id of a record of the copies. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let lastRow = 0;
const newRowId = () => `00000000-0000-4000-9000-${String(++lastRow).padStart(12, '0')}`;

const zone = (n: number, name: string, geometry: object) =>
  parseRecord({ kind: 'zone', shape: 'block', id: idOf(n), parentId: null, name, geometry });

const person = (n: number, name: string, phone = '') =>
  parseRecord({ kind: 'person', id: idOf(n), name, phone });

/** 两片一区: the halves of a square, three people. */
function base(): AnyRecord[] {
  return [
    parseRecord({
      kind: 'project',
      id: idOf(1),
      name: '两台电脑',
      createdAt: '2026-05-01T00:00:00.000Z',
      schemes: { issueClasses: [], pointKinds: [], roles: [], negativeList: [] },
    }),
    parseRecord({
      kind: 'district',
      id: idOf(2),
      name: '试验区',
      code: '',
      geometry: box(116.3, 39.95, 116.34, 39.98),
    }),
    zone(10, '东片', box(116.32, 39.95, 116.34, 39.98)),
    zone(11, '西片', box(116.3, 39.95, 116.32, 39.98)),
    person(20, '王一', '13800000001'),
    person(21, '李二', '13800000002'),
    person(22, '张三', '13800000003'),
  ];
}

/** The base with edits of one author on top, as the file of one laptop. */
function copyOf(author: string, edits: readonly AnyRecord[][]): Promise<Uint8Array> {
  const document = new Document(base());
  const history = new History();
  for (const records of edits) {
    const done = putRecords(document, { records });
    if ('refused' in done) throw new Error(done.refused);
    document.apply(done.patch);
    const sequence = history.nextSequence;
    const row: AuditRow = {
      id: newRowId(),
      sequence,
      time: new Date(Date.UTC(2026, 4, 2, 8, sequence)).toISOString(),
      author,
      label: done.label,
      action: 'edit',
      of: null,
      patch: done.patch,
    };
    history.append(row);
  }
  return packProject([...document.everything()], history.rows);
}

/**
 * Two copies of one project that went separate ways: both moved the eastern border of 东片 and gave 王一
 * another number; only the second renamed 西片 and added a person.
 */
export async function twoCopies(): Promise<{ mine: Uint8Array; theirs: Uint8Array }> {
  return {
    mine: await copyOf('甲', [
      [zone(10, '东片', box(116.32, 39.95, 116.338, 39.98))],
      [person(20, '王一', '13900000001')],
    ]),
    theirs: await copyOf('乙', [
      [zone(10, '东片', box(116.32, 39.95, 116.335, 39.98))],
      [person(20, '王一', '13700000001')],
      [zone(11, '西片（新）', box(116.3, 39.95, 116.32, 39.98))],
      [person(23, '赵四', '13800000004')],
    ]),
  };
}
