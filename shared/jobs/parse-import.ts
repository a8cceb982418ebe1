import type { MultiPolygon, Polygon } from 'geojson';
import { declaredChoice, layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import { type LayerSketch, layerSketch } from '#shared/formats/import/layer-sketch.ts';
import { startSystem } from '#shared/formats/import/start-system.ts';
import { type WeighedGuess, weighGuesses } from '#shared/formats/import/weigh-guesses.ts';
import { describeTable, type TableDescription } from '#shared/formats/mapping/describe-table.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { foreignSamples } from '#shared/formats/text/foreign-samples.ts';
import { type ImportFile, readImport } from './import-files.ts';
import { breathe, type JobHandler } from './job.ts';

export interface ParseInput extends ImportFile {
  /** Ground in WGS84 that the file should lie on: the outline, else what the project has. */
  reference?: (Polygon | MultiPolygon)[];
}

/** A layer as it will be read: what it looks like in WGS84, and what its file says about it. */
export interface ParsedTable extends TableDescription {
  crs: SourceLayer['crs'];
  encoding: SourceLayer['encoding'];
  problems: SourceLayer['problems'];
  /** Systems that the positions may be in, the likeliest first; empty when there are no positions. */
  guesses: WeighedGuess[];
  guessCount: number;
  /** The system to start from; null where there are no positions, or the user has to say. */
  system: CrsChoice | null;
  /** Texts beyond ASCII, by which the encoding can be judged. */
  texts: string[];
  /** The layer in the numbers of its file; empty when it has no positions. */
  sketch: LayerSketch;
  /** Its area, when it is one alone: ground that other files can be held against. */
  outline: Polygon | MultiPolygon | null;
}

export interface ParsedFile {
  formatId: string;
  tables: ParsedTable[];
}

function outlineOf({ rows }: SourceLayer): Polygon | MultiPolygon | null {
  const geometry = rows.length === 1 ? rows[0]?.geometry : null;
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null;
}

/** Reads a file far enough to say what is in it. @throws FormatError when it cannot be read. */
export const parseImport: JobHandler<ParseInput, ParsedFile> = async (file, context) => {
  await breathe(context);
  const { format, layers } = await readImport(file, context);
  context.progress(0.6);
  const tables: ParsedTable[] = [];
  for (const layer of layers) {
    await breathe(context);
    const { crs, encoding, problems } = layer;
    const { guesses, guessCount } = await weighGuesses(layer, file.name, file.reference ?? []);
    const system = startSystem(guesses);
    const placed = await layerInWgs84(layer, system ?? declaredChoice(layer));
    tables.push({
      ...describeTable(placed),
      crs,
      encoding,
      problems,
      guesses,
      guessCount,
      system,
      texts: foreignSamples(layer),
      sketch: layerSketch(layer),
      outline: outlineOf(placed),
    });
    context.progress(0.6 + (0.4 * tables.length) / layers.length);
  }
  context.progress(1);
  return { formatId: format, tables };
};
