import type { CellsAhead } from '#shared/formats/csv/cells-ahead.ts';
import type { LowerRowsOfTable } from '#shared/formats/import/lower-rows.ts';
import type { Table } from '#shared/formats/table.ts';
import type { EncodingEvidence } from '#shared/formats/text/encoding.ts';
import type { Problem } from './problem.ts';
import type { Pause } from './turns.ts';

/** A file as it came, whole in memory. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file with those that belong to it, such as the .dbf and .prj beside a .shp. */
export interface Source extends SourceFile {
  /** By suffix, lower case and without the dot. */
  parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Cells that were found while it was coming in, should it be a CSV. */
  cells?: CellsAhead | null;
}

/** The coordinate system that a file itself names. */
export interface DeclaredCrs {
  /** As we call it (see `#shared/geo/crs/crs.ts`); null when the text means nothing to us. */
  id: string | null;
  /** As the file says it, shortened. */
  text: string;
  /** Where it says so: a part of the file such as `.prj` or `gpkg_spatial_ref_sys`. */
  from: string;
}

/** A layer or sheet of a file with what the file says about it. */
export interface SourceLayer extends Table {
  /** Null when the file names none. */
  crs: DeclaredCrs | null;
  /** Null where the format leaves no choice. */
  encoding: EncodingEvidence | null;
  problems: Problem[];
  /** Its lower rows, where another thread has them, too. */
  lower?: LowerRowsOfTable;
}

/** What the files in a zip may still unpack to, those of zips within it included. */
export interface Unpacking {
  depth: number;
  bytesLeft: number;
}

export interface ReadOptions {
  /** Called every few hundred rows, wherever a format can be read in steps. */
  pause?: Pause | undefined;
  /** Set where a file lies in a zip itself. */
  unpacking?: Unpacking;
  /** Label of the encoding that the user says the texts are in, over all evidence. */
  encoding?: string | undefined;
}

/** Reads a file of any format; handed to formats that hold other files. @throws FormatError */
export type ReadAny = (source: Source, options: ReadOptions) => Promise<SourceLayer[]>;
