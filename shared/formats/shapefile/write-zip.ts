import { zipSync } from 'fflate';
import type { Writer } from '#shared/formats/write/writer.ts';
import { shapefileWriter } from './write.ts';

/** Zip times carry no zone: local midnight gives the same bytes everywhere. */
const fixedTime = new Date(2020, 0, 1);

/** {@link shapefileWriter} with all its files in one zip. */
export const zippedShapefileWriter: Writer = {
  losses: (tables, options) => shapefileWriter.losses(tables, options),
  write: async (tables, options, name) => {
    const files = await shapefileWriter.write(tables, options, name);
    const parts = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
    return [{ name: `${name}.zip`, bytes: zipSync(parts, { level: 6, mtime: fixedTime }) }];
  },
};
