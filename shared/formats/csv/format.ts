import type { Format } from '#shared/formats/table.ts';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

export const csv: Format = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  read: readCsv,
  write: writeCsv,
};
