import { describe, expect, it } from 'vitest';
import { changeProject } from '#shared/edits/commands/change-project.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import type { Role } from '#shared/model/scheme.ts';
import { contentOf, idOf, project, smallDistrict } from '#test/unit/shared/edits/records.ts';

const withRoles = (change: (roles: Role[]) => Role[]) => ({
  ...project,
  schemes: { ...project.schemes, roles: change(project.schemes.roles) },
});
const without = (key: string) => withRoles((roles) => roles.filter((role) => role.key !== key));

describe('changeProject', () => {
  it('lets no role vanish that somebody holds, unless that is wanted', () => {
    const document = new Document(smallDistrict());
    const before = contentOf(document.everything());
    expect(changeProject(document, { project: without('chief'), rolesToDrop: [] })).toEqual({
      refused: 'edit.refused.roleInUse',
      params: { role: '社区长', count: 1 },
    });
    const result = changeProject(document, { project: without('chief'), rolesToDrop: ['chief'] });
    if ('refused' in result) throw new Error(result.refused);
    expect(result.label).toEqual({ key: 'edit.dropRoles', params: { count: 1 } });
    document.apply(result.patch);
    expect(document.get(idOf(9))).toBeUndefined();
    document.apply(reversePatch(result.patch));
    expect(contentOf(document.everything())).toEqual(before);
  });

  it('moves no role to another level under those who hold it', () => {
    const moved = withRoles((roles) => roles.map((role) => ({ ...role, level: 'zone' as const })));
    expect(
      changeProject(new Document(smallDistrict()), { project: moved, rolesToDrop: [] }),
    ).toEqual({ refused: 'edit.refused.roleMoved', params: { role: '社区长' } });
  });

  it('takes roles away that nobody holds', () => {
    const document = new Document(smallDistrict());
    expect(changeProject(document, { project: without('keeper'), rolesToDrop: [] })).toMatchObject({
      label: { key: 'edit.updateProject' },
      patch: { removed: {} },
    });
  });
});
