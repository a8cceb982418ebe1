import type { Schemes } from '#shared/model/scheme.ts';
import { issueClassTemplate } from './issue-classes.ts';
import { pointKindTemplate } from './point-kinds.ts';
import { roleTemplate } from './roles.ts';

/**
 * The editable lists of a new project, a fresh copy at each call. The negative list is the office's
 * own text and starts empty.
 */
export function defaultSchemes(): Schemes {
  return structuredClone({
    issueClasses: [...issueClassTemplate],
    pointKinds: [...pointKindTemplate],
    roles: [...roleTemplate],
    negativeList: [],
  });
}
