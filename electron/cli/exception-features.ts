import type { Exception } from '#shared/model/exception.ts';
import { exception } from '#shared/model/exception.ts';
import { BadInput } from './bad-input.ts';
import type { FileFeature } from './parse-features.ts';

/** What an approval must say. */
const approval = ['reason', 'approver', 'from', 'expires'] as const;

/**
 * Approved exceptions of a file. Each must say why, by whom and for how long it was approved, in the
 * properties that an export of ours has. @throws BadInput naming the feature and what it lacks, or its days when it ends before it begins
 */
export function exceptionFrom(
  file: string,
  { properties, number }: FileFeature,
  named: Pick<Exception, 'id' | 'name' | 'geometry'>,
): Exception {
  const said = {} as Pick<Exception, (typeof approval)[number]>;
  for (const property of approval) {
    const parsed = exception.shape[property].safeParse(properties[property]);
    if (!parsed.success) throw new BadInput('badException', { file, number, property });
    said[property] = parsed.data;
  }
  const { from, expires } = said;
  if (expires < from) throw new BadInput('exceptionEndsFirst', { file, number, from, expires });
  return { kind: 'exception', ...named, ...said };
}
