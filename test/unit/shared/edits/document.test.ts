import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { emptyPatch, reversePatch, squashPatches } from '#shared/edits/patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { parseRecord } from '#shared/model/record.ts';

const person = (id: number, name: string): AnyRecord =>
  parseRecord({ kind: 'person', id: `00000000-0000-4000-8000-00000000000${id}`, name });

describe('Document', () => {
  it('applies a patch and its reverse', () => {
    const ada = person(1, 'Ada');
    const renamed = person(1, 'Ada Chen');
    const document = new Document([ada]);
    const patch = {
      ...emptyPatch(),
      updated: { [ada.id]: [ada, renamed] as [AnyRecord, AnyRecord] },
    };

    document.apply(patch);
    expect(document.find('person', ada.id)).toBe(renamed);
    document.apply(reversePatch(patch));
    expect(document.all('person')).toEqual([ada]);
  });

  it('refuses a patch that does not fit and stays as it was', () => {
    const ada = person(1, 'Ada');
    const document = new Document([ada]);
    expect(() => document.apply({ ...emptyPatch(), added: { [ada.id]: ada } })).toThrow(/exists/);
    const bo = person(2, 'Bo');
    expect(() =>
      document.apply({ added: { [bo.id]: bo }, updated: {}, removed: { x: bo } }),
    ).toThrow(/does not exist/);
    expect(document.all('person')).toEqual([ada]);
  });

  it('squashes several patches into their sum', () => {
    const ada = person(1, 'Ada');
    const renamed = person(1, 'Ada Chen');
    const added = { ...emptyPatch(), added: { [ada.id]: ada } };
    const updated = {
      ...emptyPatch(),
      updated: { [ada.id]: [ada, renamed] as [AnyRecord, AnyRecord] },
    };
    expect(squashPatches([added, updated])).toEqual({
      ...emptyPatch(),
      added: { [ada.id]: renamed },
    });
    expect(squashPatches([added, updated, reversePatch(squashPatches([added, updated]))])).toEqual(
      emptyPatch(),
    );
  });
});
