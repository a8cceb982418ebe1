import type { Writer } from '#shared/formats/write/writer.ts';
import { zipFiles } from '#shared/formats/write/zip-files.ts';
import { shapefileWriter } from './write.ts';

/** {@link shapefileWriter} with all its files in one zip. */
export const zippedShapefileWriter: Writer = {
  losses: (tables, options) => shapefileWriter.losses(tables, options),
  write: async (tables, options, name) => [
    zipFiles(await shapefileWriter.write(tables, options, name), name),
  ],
};
