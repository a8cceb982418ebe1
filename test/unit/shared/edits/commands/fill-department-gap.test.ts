import { describe, expect, it } from 'vitest';
import { fillDepartmentGap } from '#shared/edits/commands/fill-department-gap.ts';
import { Document } from '#shared/edits/document.ts';
import { idOf, project, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const role = (key: string, required: boolean) => ({
  key,
  name: key,
  group: '',
  level: 'community',
  required,
});
const document = new Document([
  ...smallDistrict().filter(({ kind }) => kind !== 'project'),
  record('project', 1, {
    ...project,
    schemes: { ...project.schemes, roles: [role('chief', true), role('supervisor', false)] },
  }),
  record('organisation', 30, { name: '城管局', line: 'line', categories: ['litter'] }),
]);
const gap = {
  organisationId: idOf(30),
  role: 'supervisor',
  level: 'community' as const,
  targetId: idOf(4),
  person: { id: idOf(8) },
  from: '2026-05-10',
  newId: idOf(99),
};

describe('fillDepartmentGap', () => {
  it('gives a post in the name of the department', () => {
    const result = fillDepartmentGap(document, gap);
    expect(result).toMatchObject({
      patch: { added: { [idOf(99)]: { organisationId: idOf(30), personId: idOf(8), to: null } } },
    });
  });

  it('brings somebody new into the roster with it', () => {
    const person = { newId: idOf(98), name: '新人', phone: '139' };
    expect(fillDepartmentGap(document, { ...gap, person })).toMatchObject({
      patch: {
        added: {
          [idOf(98)]: { name: '新人', organisationId: idOf(30) },
          [idOf(99)]: { personId: idOf(98) },
        },
      },
    });
    expect(fillDepartmentGap(document, { ...gap, person: { ...person, name: ' ' } })).toMatchObject(
      { refused: 'edit.refused.invalid' },
    );
  });

  it('makes nobody a second holder of a role that needs exactly one', () => {
    expect(fillDepartmentGap(document, { ...gap, role: 'chief' })).toMatchObject({
      refused: 'edit.refused.held',
      params: { holder: '王一' },
    });
    expect(
      fillDepartmentGap(document, { ...gap, level: 'street', targetId: idOf(3) }),
    ).toMatchObject({ refused: 'edit.refused.role' });
    expect(fillDepartmentGap(document, { ...gap, organisationId: idOf(31) })).toMatchObject({
      refused: 'edit.refused.missing',
    });
  });
});
