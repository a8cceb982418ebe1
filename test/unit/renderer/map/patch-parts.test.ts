import { expect, it } from 'vitest';
import { patchParts, patchSize } from '#renderer/map/patch-parts.ts';
import { Document } from '#shared/edits/document.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { contentOf, smallDistrict } from '#test/unit/shared/edits/records.ts';

it('parts of a patch do together what the patch does, none of them more than it may', () => {
  const records = smallDistrict();
  const [project, district, street, ...rest] = records;
  const person = rest.find(({ kind }) => kind === 'person')!;
  const patch = emptyPatch();
  for (const [i, record] of rest.entries()) {
    if (i % 2 === 0) patch.removed[record.id] = record;
  }
  for (let i = 0; i < 7; i++) {
    const id = `00000000-0000-4000-8000-0000000010${i}0`;
    patch.added[id] = { ...person, id };
  }
  patch.updated[street!.id] = [street!, { ...street!, name: '清河' } as typeof street & object];
  const [whole, inParts] = [new Document(records), new Document(records)];
  whole.apply(patch);
  const parts = [...patchParts(patch, 3)];
  for (const part of parts) {
    expect(patchSize(part)).toBeLessThanOrEqual(3);
    inParts.apply(part);
  }
  expect(parts.length).toBe(Math.ceil(patchSize(patch) / 3));
  expect(contentOf(inParts.everything())).toEqual(contentOf(whole.everything()));
  expect(inParts.get(project!.id)).toBe(project);
  expect(inParts.get(district!.id)).toBe(district);
});
