import { describe, expect, it } from 'vitest';
import { chooseChainTemplate } from '#shared/edits/commands/choose-chain-template.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { Document } from '#shared/edits/document.ts';
import { idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

describe('chooseChainTemplate', () => {
  it('takes the roles of the template, and keeps what posts still name', () => {
    const document = new Document(smallDistrict());
    const result = chooseChainTemplate(document, { template: 'road-chief' });
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    const roles = document.all('project')[0]?.schemes.roles ?? [];
    expect(roles.map((role) => [role.key, role.required])).toEqual([
      ['chief-of-roads', true],
      ['road-chief-1', true],
      ['road-chief-2', true],
      ['road-chief-3', true],
      ['road-patrol', false],
      ['frontage-head', false],
      ['chief', false],
    ]);
    expect(chooseChainTemplate(document, { template: 'road-chief' })).toEqual({
      refused: 'edit.refused.unchanged',
    });
  });
});

describe('removeRecords', () => {
  it('takes borders of an area with it, and loosens deputies and duty lists', () => {
    const document = new Document([
      ...smallDistrict(),
      record('border', 20, {
        name: '一片—二片',
        partyIds: [idOf(5), idOf(3)],
        geometry: { type: 'LineString', coordinates: [] },
        follows: 'kerb',
      }),
      record('post', 21, {
        role: 'keeper',
        personId: idOf(8),
        deputyId: idOf(7),
        level: 'point',
        targetId: idOf(6),
        from: '2026-01-01',
      }),
      record('dutyList', 22, {
        day: '2026-01-02',
        entries: [{ personId: idOf(7), name: '王一' }],
        checkIns: [{ personId: idOf(7), at: '2026-01-02T06:00:00+08:00' }],
      }),
    ]);
    const result = removeRecords(document, { ids: [idOf(5), idOf(7)] });
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    expect(document.get(idOf(20))).toBeUndefined();
    expect(document.find('post', idOf(21))).toMatchObject({ deputyId: null, personId: idOf(8) });
    expect(document.find('dutyList', idOf(22))).toMatchObject({
      entries: [{ personId: null, name: '王一' }],
      checkIns: [{ personId: null }],
    });
  });
});
