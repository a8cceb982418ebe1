import type { TableDescription } from '#shared/formats/mapping/describe-table.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import {
  mappingFits,
  missingFields,
  proposeMapping,
  proposeTarget,
} from '#shared/formats/mapping/propose-mapping.ts';
import type { HostFile } from '#shared/host/host.ts';
import type { Sentence } from './error-sentence.ts';
import { recallMapping } from './mapping-store.ts';

/** One table of a file with what it is to become; a null mapping leaves it out. */
export interface ImportTable {
  description: TableDescription;
  mapping: TableMapping | null;
  /** The mapping is the one used last time for these headings. */
  remembered: boolean;
}

/** A file on its way through the dialog. */
export interface ImportFile extends HostFile {
  key: string;
  /** Files that belong to it, as those of a shapefile do. */
  parts: HostFile[];
  /** Null while it is being read. */
  tables: ImportTable[] | null;
  error: Sentence | null;
}

/** A table with a mapping to start from: the remembered one if it fits, else a proposal. */
export function startTable(
  description: TableDescription,
  hasDistrict: boolean,
  fallback: string,
  fileName: string,
): ImportTable {
  const known = recallMapping(description.columns.map(({ name }) => name));
  // Whether latitude stands first is a matter of the values, not of the headings.
  if (known && description.layer === '' && mappingFits(description, known)) {
    const { swapped } = proposeMapping(description, known.target, fallback);
    return { description, mapping: { ...known, swapped }, remembered: true };
  }
  const target = proposeTarget(description, hasDistrict, fileName);
  const mapping = target && proposeMapping(description, target, fallback);
  return { description, mapping, remembered: false };
}

/** Whether every table that is not left out has the columns it needs, and one is not left out. */
export function isReady(files: readonly ImportFile[]): boolean {
  const chosen = files.flatMap(({ tables }) => tables ?? []).filter(({ mapping }) => mapping);
  return (
    chosen.length > 0 &&
    chosen.every(
      ({ description, mapping }) => mapping && missingFields(description, mapping).length === 0,
    )
  );
}
