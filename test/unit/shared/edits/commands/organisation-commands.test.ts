import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOrganisation } from '#shared/edits/commands/add-organisation.ts';
import { changeOrganisation } from '#shared/edits/commands/change-organisation.ts';
import { removeOrganisation } from '#shared/edits/commands/remove-organisation.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { contentOf, idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';
import { done, reasonOf } from '#test/unit/shared/edits/roster/ran.ts';

const unit = (n: number, name: string, parent: number | null, fields: object = {}) =>
  record('organisation', n, { name, parentId: parent === null ? null : idOf(parent), ...fields });

/** 指挥部 60 ─ 街道办 61 ─ 社区 62; 城管委 63 beside the 街道办. */
const tree = () => [
  unit(60, '指挥部', null),
  unit(61, '街道办', 60),
  unit(62, '社区', 61),
  unit(63, '城管委', 60, { line: 'line', categories: ['litter'] }),
];
const parentOf = (document: Document, n: number) =>
  document.find('organisation', idOf(n))?.parentId;
const move = (n: number, parent: number | null) => ({
  id: idOf(n),
  changes: { parentId: parent === null ? null : idOf(parent) },
});

describe('changeOrganisation', () => {
  it('changes name, kind and categories, and moves a unit with all below it', () => {
    const document = new Document(tree());
    const changes = { name: '城管局', line: 'block' as const, categories: [] };
    done(document, changeOrganisation(document, { id: idOf(63), changes }));
    expect(document.find('organisation', idOf(63))).toMatchObject(changes);
    const { label } = done(document, changeOrganisation(document, move(61, 63)));
    expect(label).toEqual({
      key: 'edit.roster.moveUnit',
      params: { unit: '街道办', parent: '城管局' },
    });
    expect(parentOf(document, 62)).toBe(idOf(61));
    expect(done(document, changeOrganisation(document, move(61, null))).label.key).toBe(
      'edit.roster.moveUnitUp',
    );
  });

  it('refuses a circle, a twin and no name', () => {
    const document = new Document([...tree(), unit(64, '街道办', null)]);
    expect(changeOrganisation(document, move(60, 62))).toEqual({
      refused: 'edit.rosterRefused.unitCycle',
      params: { unit: '指挥部', parent: '社区' },
    });
    expect(reasonOf(changeOrganisation(document, move(61, 61)))).toBe(
      'edit.rosterRefused.unitCycle',
    );
    expect(reasonOf(changeOrganisation(document, move(64, 60)))).toBe(
      'edit.rosterRefused.unitTwin',
    );
    expect(reasonOf(changeOrganisation(document, { id: idOf(61), changes: { name: ' ' } }))).toBe(
      'edit.rosterRefused.noUnitName',
    );
  });

  it('comes to an end when the records had a circle before', () => {
    const document = new Document([unit(60, '甲', 61), unit(61, '乙', 60), unit(62, '丙', null)]);
    done(document, changeOrganisation(document, move(62, 60)));
    expect(parentOf(document, 62)).toBe(idOf(60));
  });

  it('never makes a circle, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { maxLength: 30 }), (moves) => {
        const document = new Document(
          Array.from({ length: 6 }, (_, n) => unit(60 + n, `单位${n}`, null)),
        );
        for (const [n, to] of moves) {
          const result = changeOrganisation(document, move(60 + n, to === 6 ? null : 60 + to));
          if ('patch' in result) document.apply(result.patch);
        }
        // Witness: from every unit the top is reached in fewer steps than there are units.
        for (const { parentId } of document.all('organisation')) {
          let [above, steps] = [parentId, 0];
          while (above !== null && steps++ < 10) {
            above = document.find('organisation', above)?.parentId ?? null;
          }
          expect(above).toBeNull();
        }
      }),
    );
  });
});

describe('addOrganisation and removeOrganisation', () => {
  const fresh = { newId: idOf(70), name: '环卫所', line: 'line' as const, categories: [] };

  it('adds under a unit, and refuses a twin or a unit above that is gone', () => {
    const document = new Document(tree());
    done(document, addOrganisation(document, { ...fresh, parentId: idOf(63) }));
    expect(parentOf(document, 70)).toBe(idOf(63));
    const twin = { ...fresh, newId: idOf(71), parentId: idOf(63) };
    expect(reasonOf(addOrganisation(document, twin))).toBe('edit.rosterRefused.unitTwin');
    expect(reasonOf(addOrganisation(document, { ...twin, parentId: idOf(99) }))).toBe(
      'edit.refused.missing',
    );
  });

  it('hands what a removed unit had to the unit above, and undo brings it back', () => {
    const document = new Document([
      ...smallDistrict(),
      ...tree(),
      record('person', 80, { name: '丁', organisationId: idOf(61) }),
      record('post', 81, {
        role: 'keeper',
        personId: idOf(80),
        level: 'point',
        targetId: idOf(6),
        from: '2026-01-01',
        organisationId: idOf(61),
      }),
    ]);
    const before = contentOf(document.everything());
    const { patch } = done(document, removeOrganisation(document, { id: idOf(61) }));
    expect(parentOf(document, 62)).toBe(idOf(60));
    expect(document.find('person', idOf(80))?.organisationId).toBe(idOf(60));
    expect(document.find('post', idOf(81))?.organisationId).toBe(idOf(60));
    document.apply(reversePatch(patch));
    expect(contentOf(document.everything())).toEqual(before);
    done(document, removeOrganisation(document, { id: idOf(60) }));
    expect([parentOf(document, 61), parentOf(document, 63)]).toEqual([null, null]);
    expect(reasonOf(removeOrganisation(document, { id: idOf(60) }))).toBe('edit.refused.missing');
  });
});
