import fc from 'fast-check';
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

  it('is a list of its own however often it is copied and whoever changes it', () => {
    const ids = fc.nat({ max: 5 });
    const step = fc.record({
      of: fc.nat({ max: 3 }),
      what: fc.constantFrom('put', 'turn', 'remove', 'copy'),
      id: ids,
      name: fc.string({ minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const all = [{ document: new Document(), records: new Map<string, AnyRecord>() }];
        for (const { of, what, id, name } of steps) {
          const { document, records } = all[of % all.length]!;
          if (what === 'copy') {
            if (all.length < 4) all.push({ document: document.copy(), records: new Map(records) });
            continue;
          }
          const before = records.get(person(id, name).id);
          const kind = what === 'turn' ? 'organisation' : 'person';
          const to =
            what === 'remove' ? null : parseRecord({ kind, id: person(id, name).id, name });
          const patch = emptyPatch();
          if (before && to) patch.updated[to.id] = [before, to];
          else if (before) patch.removed[before.id] = before;
          else if (to) patch.added[to.id] = to;
          document.apply(patch);
          if (to) records.set(to.id, to);
          else if (before) records.delete(before.id);
        }
        for (const { document, records } of all) {
          const there = [...records.values()];
          const byId = (a: AnyRecord, b: AnyRecord) => (a.id < b.id ? -1 : 1);
          for (const kind of ['person', 'organisation'] as const) {
            const ofKind = there.filter((one) => one.kind === kind).toSorted(byId);
            expect(document.all(kind).toSorted(byId)).toEqual(ofKind);
          }
          for (let id = 0; id <= 5; id++) {
            const known = records.get(person(id, 'x').id);
            expect(document.get(person(id, 'x').id)).toBe(known);
            expect(document.find('person', person(id, 'x').id)).toBe(
              known?.kind === 'person' ? known : undefined,
            );
          }
        }
      }),
    );
  });
});
