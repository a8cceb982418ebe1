import { findCrs } from '#shared/geo/crs/crs.ts';
import { textKey } from './text-key.ts';
import type { Translate } from './use-text.ts';

/** What a coordinate system is called; its id where it has no name. */
export function crsName(text: Translate, id: string): string {
  const name = findCrs(id)?.name;
  return name ? text(textKey(`crs.${name.key}`), name.params) : id;
}
