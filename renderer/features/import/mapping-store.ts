import * as z from 'zod';
import { type TableMapping, tableMapping } from '#shared/formats/mapping/mapping.ts';

const storageKey = 'hengzong-import-mappings';

/** Heading sets that are remembered; the one used longest ago goes first. */
const capacity = 50;

const stored = z.array(z.object({ headings: z.string(), mapping: tableMapping })).max(capacity);

/** The headings of a table in one text, whatever their order. */
function headingKey(columns: readonly string[]): string {
  return JSON.stringify(columns.toSorted());
}

function readAll(): z.infer<typeof stored> {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
  } catch {
    // Written by another version or cut off: better to propose afresh than to guess.
    return [];
  }
}

/** The mapping used last for a table with these headings; null when there is none. */
export function recallMapping(columns: readonly string[]): TableMapping | null {
  const headings = headingKey(columns);
  return readAll().find((entry) => entry.headings === headings)?.mapping ?? null;
}

export function rememberMapping(columns: readonly string[], mapping: TableMapping): void {
  if (columns.length === 0) return;
  const headings = headingKey(columns);
  const others = readAll().filter((entry) => entry.headings !== headings);
  try {
    localStorage.setItem(
      storageKey,
      JSON.stringify([{ headings, mapping }, ...others].slice(0, capacity)),
    );
  } catch (error) {
    // A full disk costs the convenience, not the import.
    console.warn(error);
  }
}
