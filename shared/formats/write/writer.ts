import type { Table } from '#shared/formats/table.ts';

/** Something that a format cannot keep: a key under `format.loss`. */
export interface Loss {
  key: string;
  params: Record<string, string | number>;
}

export interface WriteOptions {
  /** Id of the system that positions are written in, as in `#shared/geo/crs/crs.ts`. */
  crs: string;
  /** Encoding of formats that leave a choice. */
  encoding: 'utf-8' | 'gb18030';
  /** Said about the file as a whole, such as its 审图号. */
  members: Readonly<Record<string, string>>;
}

/** A file of the result; several where a format keeps one layer in many files. */
export interface WrittenFile {
  /** Name without folders. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One way of writing layers. Tables come with their geometries in `options.crs`. */
export interface Writer {
  /** What will be lost, known before anything is written. */
  losses(tables: readonly Table[], options: WriteOptions): Loss[];
  /** `name` is the name of the file without its suffix. @throws FormatError */
  write(
    tables: readonly Table[],
    options: WriteOptions,
    name: string,
  ): WrittenFile[] | Promise<WrittenFile[]>;
}
