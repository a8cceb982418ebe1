import type { Table } from '#shared/formats/table.ts';
import { namesOf } from './column-kind.ts';
import type { Loss } from './writer.ts';

/** Names that differ whatever their case; `again` makes the second, third … of the same. */
export function distinctNames(
  names: readonly string[],
  again: (name: string, copy: number) => string = (name, copy) => `${name}_${copy}`,
): string[] {
  const taken = new Set<string>();
  return names.map((base) => {
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = again(base, copy);
    taken.add(name.toLowerCase());
    return name;
  });
}

const arrow = (from: string, to: string) => `${from} → ${to}`;

/** Columns that get another name in a file. */
export function renamedColumns(
  tables: readonly Table[],
  namesIn: (columns: readonly string[]) => readonly string[],
): Loss[] {
  const renamed = tables.flatMap(({ columns }) => {
    const names = namesIn(columns);
    return columns.flatMap((column, i) =>
      names[i] === column ? [] : [arrow(column, names[i] ?? '')],
    );
  });
  return renamed.length > 0 ? [{ key: 'columnsRenamed', params: namesOf(renamed) }] : [];
}

/** Layers that get another name in a file; a layer without name loses none. */
export function renamedLayers(tables: readonly Table[], names: readonly string[]): Loss[] {
  const renamed = tables.flatMap(({ layer }, i) =>
    layer === '' || names[i] === layer ? [] : [arrow(layer, names[i] ?? '')],
  );
  return renamed.length > 0 ? [{ key: 'layersRenamed', params: namesOf(renamed) }] : [];
}
