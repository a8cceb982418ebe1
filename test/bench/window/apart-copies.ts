import { randomUUID } from 'node:crypto';
import type { AuditRow } from '#shared/edits/audit.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { largeRecords } from './large-district.ts';

/** A copy of `records` in which its author gave some of them other names, one to an edit. */
function editedBy(
  author: string,
  records: readonly AnyRecord[],
  changed: readonly AnyRecord[],
): Promise<Uint8Array> {
  const now = new Map(records.map((record) => [record.id, record]));
  const audit = changed.map((from, i): AuditRow => {
    const to = { ...from, name: `${author}${i}` } as AnyRecord;
    now.set(to.id, to);
    return {
      id: randomUUID(),
      sequence: i + 1,
      time: new Date(Date.UTC(2026, 5, 2, 8) + i * 60_000).toISOString(),
      author,
      label: { key: 'edit.putRecords', params: { count: 1 } },
      action: 'edit',
      of: null,
      patch: { ...emptyPatch(), updated: { [to.id]: [from, to] } },
    };
  });
  return packProject([...now.values()], audit);
}

/**
 * Two copies of a district that went separate ways: each has `edits` edits, half of them of zones and half of
 * people, and `both` of each half changed the same.
 */
export async function apartCopies(
  edits: number,
  both: number,
): Promise<{ mine: Uint8Array; theirs: Uint8Array }> {
  const half = edits / 2;
  const district = largeRecords(edits);
  const people = Array.from({ length: edits }, (_, i) =>
    parseRecord({
      kind: 'person',
      id: randomUUID(),
      name: `人${i}`,
      phone: `138${i + 10_000_000}`,
    }),
  );
  const records = [...district, ...people];
  const zones = district.filter(({ kind }) => kind === 'zone');
  const cut = (from: number) => [
    ...zones.slice(from, from + half),
    ...people.slice(from, from + half),
  ];
  return {
    mine: await editedBy('甲', records, cut(0)),
    theirs: await editedBy('乙', records, cut(half - both)),
  };
}
