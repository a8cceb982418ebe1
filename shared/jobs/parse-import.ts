import { declaredChoice, layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import { describeTable, type TableDescription } from '#shared/formats/mapping/describe-table.ts';
import { readSource } from '#shared/formats/registry.ts';
import type {
  ReadOptions,
  Source,
  SourceFile,
  SourceLayer,
} from '#shared/formats/source/source.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import { breathe, type JobHandler } from './job.ts';

export interface ImportFile extends SourceFile, ReadOptions {
  /** Files that belong to it, such as the .dbf and .prj of a .shp. */
  parts?: SourceFile[];
}

/** A layer as it will be read: what it looks like in WGS84, and what its file says about it. */
export interface ParsedTable extends TableDescription {
  crs: SourceLayer['crs'];
  encoding: SourceLayer['encoding'];
  problems: SourceLayer['problems'];
}

export interface ParsedFile {
  formatId: string;
  tables: ParsedTable[];
}

/** A file with its parts, as readers take it. */
export function sourceOf({ name, bytes, parts = [] }: ImportFile): Source {
  const [source] = groupFiles([{ name, bytes }, ...parts]);
  return source ?? { name, bytes, parts: new Map() };
}

/** Reads a file far enough to say what is in it. @throws FormatError when it cannot be read. */
export const parseImport: JobHandler<ImportFile, ParsedFile> = async (file, context) => {
  await breathe(context);
  const { format, layers } = await readSource(sourceOf(file), { encoding: file.encoding });
  context.progress(0.6);
  const tables: ParsedTable[] = [];
  for (const layer of layers) {
    await breathe(context);
    const { crs, encoding, problems } = layer;
    const placed = await layerInWgs84(layer, declaredChoice(layer));
    tables.push({ ...describeTable(placed), crs, encoding, problems });
  }
  context.progress(1);
  return { formatId: format, tables };
};
