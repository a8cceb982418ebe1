import type { Table } from '#shared/formats/table.ts';
import type { WrittenFile, WriteOptions } from '#shared/formats/write/writer.ts';
import { type WrittenFormat, writeLayers } from '#shared/formats/write-registry.ts';
import { breathe, type JobHandler } from './job.ts';

export interface WriteTablesInput {
  format: WrittenFormat;
  tables: Table[];
  options: WriteOptions;
  /** Name of the file without its suffix. */
  name: string;
}

/** Tables as files of a format. @throws FormatError when the format cannot hold them */
export const writeTables: JobHandler<WriteTablesInput, WrittenFile[]> = async (input, context) => {
  await breathe(context);
  return writeLayers(input.format, input.tables, input.options, input.name);
};
