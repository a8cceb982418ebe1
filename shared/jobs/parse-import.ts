import { describeTable, type TableDescription } from '#shared/formats/mapping/describe-table.ts';
import { formatOf } from '#shared/formats/registry.ts';
import { breathe, type JobHandler } from './job.ts';

export interface ImportFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface ParsedFile {
  formatId: string;
  tables: TableDescription[];
}

/** Reads a file far enough to say what is in it. @throws FormatError when it cannot be read. */
export const parseImport: JobHandler<ImportFile, ParsedFile> = async (file, context) => {
  await breathe(context);
  const format = formatOf(file.name, file.bytes);
  const tables = format.read(file.bytes);
  context.progress(0.7);
  await breathe(context);
  const described = tables.map(describeTable);
  context.progress(1);
  return { formatId: format.id, tables: described };
};
