import type { Table } from '#shared/formats/table.ts';
import { distinctNames } from '#shared/formats/write/distinct-names.ts';
import { plainName } from '#shared/formats/write/held-texts.ts';

/** UTF-16 units of a sheet's name. */
const longest = 31;

/** The beginning of a name, never cut inside a character; no apostrophe may stand at its ends. */
function beginning(name: string, most: number): string {
  const cut = name.slice(0, most).replace(/\p{Cs}$/u, '');
  return cut.replace(/^'+|'+$/g, '').trim();
}

/** Names of the sheets as Excel takes them: short, without some signs, none of them kept for itself, all different. */
export function sheetNames(tables: readonly Table[]): string[] {
  const names = tables.map(({ layer }, index) => {
    const name = beginning(
      plainName(layer)
        .replace(/[[\]:*?/\\]/g, ' ')
        .trim(),
      longest,
    );
    return /^history$/i.test(name) ? `${name}_` : name || `Sheet${index + 1}`;
  });
  return distinctNames(names, (name, copy) => {
    const end = `_${copy}`;
    return beginning(name, longest - end.length) + end;
  });
}
