import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import {
  hasGeometry,
  mappingFits,
  missingFields,
  proposeMapping,
  proposeTarget,
} from '#shared/formats/mapping/propose-mapping.ts';
import type { ParsedTable } from '#shared/jobs/parse-import.ts';
import type { Sentence } from './error-sentence.ts';
import { recallMapping } from './mapping-store.ts';
import type { Ahead } from './read-ahead.ts';

/** One table of a file with what it is to become; a null mapping leaves it out. */
export interface ImportTable {
  description: ParsedTable;
  mapping: TableMapping | null;
  /** The mapping is the one used last time for these headings. */
  remembered: boolean;
  /** The mapping is what the user chose, and stays when the file is read again. */
  mappingChosen: boolean;
  /** The coordinate system of its positions; null while nobody can say. */
  system: CrsChoice | null;
  /** The system is what the user chose, and stays when the file is read again. */
  systemChosen: boolean;
}

/** A file on its way through the dialog. */
export interface ImportFile {
  name: string;
  /** Out of the window's memory: the worker reads it from there. */
  bytes: Blob;
  /** What was found in it before the dialog was there. */
  ahead: Ahead | null;
  /** Unique, also among the files of other dialogs. */
  key: string;
  /** Files that belong to it, as those of a shapefile do. */
  parts: { name: string; bytes: Blob }[];
  /** Null while it is being read. */
  tables: ImportTable[] | null;
  error: Sentence | null;
  /** What its content shows it to be; null while it is being read. */
  formatId: string | null;
  /** Label of the encoding that the user chose; undefined while the evidence decides. */
  encoding: string | undefined;
}

/** Whether the positions of a table are used, so that their system matters. */
export function isPlaced({ description, mapping }: ImportTable): boolean {
  if (hasGeometry(description)) return true;
  return description.guesses.length > 0 || mapping?.columns.longitude !== undefined;
}

/** A table with a mapping to start from: the remembered one if it fits, else a proposal. */
export function startTable(
  description: ParsedTable,
  hasDistrict: boolean,
  fallback: string,
  fileName: string,
): ImportTable {
  const { system } = description;
  const start = { description, system, mappingChosen: false, systemChosen: false };
  const known = recallMapping(description.columns.map(({ name }) => name));
  // The order of the two numbers is a matter of the system; mappings kept long ago may still have it.
  if (known && description.layer === '' && mappingFits(description, known)) {
    return { ...start, mapping: { ...known, swapped: false }, remembered: true };
  }
  const target = proposeTarget(description, hasDistrict, fileName);
  const mapping = target && proposeMapping(description, target, fallback);
  return { ...start, mapping, remembered: false };
}

/** Tables of a file that was read again, with what the user chose for them before. */
export function keepChosen(
  before: readonly ImportTable[] | null,
  read: readonly ImportTable[],
): ImportTable[] {
  return read.map((table, index) => {
    const { mapping, mappingChosen, system, systemChosen } = before?.[index] ?? table;
    return {
      ...table,
      ...(mappingChosen && { mapping, mappingChosen, remembered: false }),
      ...(systemChosen && { system, systemChosen }),
    };
  });
}

/** Whether a table that is to come in still wants a word about its coordinates. */
export function wantsSystem(table: ImportTable): boolean {
  return table.mapping !== null && table.system === null && isPlaced(table);
}

/** Whether every table that is not left out has the columns it needs, and one is not left out. */
export function isReady(files: readonly ImportFile[]): boolean {
  const chosen = files.flatMap(({ tables }) => tables ?? []).filter(({ mapping }) => mapping);
  return (
    chosen.length > 0 &&
    // Read once, but not in the encoding that was chosen since.
    files.every(({ tables, error }) => !tables || !error) &&
    chosen.every(
      (table) =>
        table.mapping &&
        missingFields(table.description, table.mapping).length === 0 &&
        !wantsSystem(table),
    )
  );
}
