import type { Geometry, Position } from 'geojson';
import { FormatError } from '#shared/formats/format-error.ts';
import { layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import { startSystem } from '#shared/formats/import/start-system.ts';
import { weighGuesses } from '#shared/formats/import/weigh-guesses.ts';
import { readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { SourceFile } from '#shared/formats/source/source.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { linesOfGeometry } from '#shared/geo/lines-of-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import { breathe, type JobHandler, pausesIn } from './job.ts';

export interface ReadBarriersInput {
  /** Files that were chosen at a time; the parts of a shapefile among them. */
  files: SourceFile[];
  /** Ground in WGS84 on which the lines should lie. */
  reference: Area[];
}

/** Lines of a file, in degrees on the grid. */
export interface BarrierFile {
  name: string;
  lines: Position[][];
}

/** The lines of a geometry and of its parts; of areas, such as a broad river's, the outlines. */
function linesOf(geometry: Geometry | null): readonly Position[][] {
  if (!geometry) return [];
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap((one) => linesOf(one))
    : linesOfGeometry(geometry);
}

/** A line on the grid, without positions that are none or stand twice; null where less than two are left. */
function onGrid(line: readonly Position[]): Position[] | null {
  const kept: Position[] = [];
  for (const [x = Number.NaN, y = Number.NaN] of line) {
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) continue;
    const at = [snapDegrees(x), snapDegrees(y)];
    const last = kept.at(-1);
    if (last?.[0] !== at[0] || last?.[1] !== at[1]) kept.push(at);
  }
  return kept.length > 1 ? kept : null;
}

/**
 * Reads rivers, railways and main roads from files of any format, in any system that their file tells or that
 * shows in how they lie on the ground. @throws FormatError when a file cannot be read, holds neither lines nor
 * areas, or does not tell where they are
 */
export const readBarriers: JobHandler<ReadBarriersInput, BarrierFile[]> = async (
  { files, reference },
  context,
) => {
  const found: BarrierFile[] = [];
  const sources = groupFiles(files);
  for (const source of sources) {
    await breathe(context);
    const { layers } = await readSource(source, { pause: pausesIn(context) });
    const lines: Position[][] = [];
    for (const layer of layers) {
      if (layer.rows.every(({ geometry }) => linesOf(geometry).length === 0)) continue;
      await breathe(context);
      const { guesses } = await weighGuesses(layer, source.name, reference);
      const system = startSystem(guesses);
      if (!system) throw new FormatError('divide.barriers.noSystem', {}, source.name);
      const { rows } = await layerInWgs84(layer, system);
      for (const { geometry } of rows) {
        for (const line of linesOf(geometry)) {
          const kept = onGrid(line);
          if (kept) lines.push(kept);
        }
      }
    }
    if (lines.length === 0) throw new FormatError('divide.barriers.noLines', {}, source.name);
    found.push({ name: source.name, lines });
    context.progress(found.length / sources.length);
  }
  return found;
};
