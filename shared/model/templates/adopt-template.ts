import type { Role } from '#shared/model/scheme.ts';
import type { ChainTemplate } from './roles.ts';

/**
 * The roles of a project once it has taken up a template. Roles that are in use (posts name them) are
 * kept, no longer required, so that nobody loses a post; limits of roles that stay are kept too.
 */
export function adoptTemplate(
  template: ChainTemplate,
  roles: readonly Role[],
  isUsed: (role: string) => boolean,
): Role[] {
  const before = new Map(roles.map((role) => [role.key, role]));
  const wanted = new Set(template.roles.map((role) => role.key));
  return [
    ...template.roles.map((role) => {
      const limits = before.get(role.key)?.limits;
      return limits ? { ...role, limits } : role;
    }),
    ...roles
      .filter((role) => isUsed(role.key) && !wanted.has(role.key))
      .map((role) => ({ ...role, required: false })),
  ];
}
