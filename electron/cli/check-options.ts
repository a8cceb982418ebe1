import { defaultToleranceM } from '#shared/checks/check-input.ts';
import { localDay } from '#shared/model/local-day.ts';
import { day } from '#shared/model/primitives.ts';
import { mostToleranceM, project } from '#shared/model/project.ts';
import { BadInput } from './bad-input.ts';

type Options = ReadonlyMap<string, string>;

/** Metres up to which borders are mismatched: `--tolerance`, else the usual. @throws BadInput */
export function toleranceOf(options: Options): number {
  const value = options.get('--tolerance');
  if (value === undefined) return defaultToleranceM;
  const parsed = project.shape.toleranceM.safeParse(Number(value));
  if (parsed.data === undefined) throw new BadInput('tolerance', { value, most: mostToleranceM });
  return parsed.data;
}

/** Day asked for with `--on`, else today on the machine's clock. @throws BadInput */
export function dayOf(options: Options): string {
  const asked = options.get('--on');
  if (asked === undefined) return localDay(Date.now(), -new Date().getTimezoneOffset());
  if (!day.safeParse(asked).success) throw new BadInput('day', { value: asked });
  return asked;
}
