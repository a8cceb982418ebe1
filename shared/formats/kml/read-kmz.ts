import { FormatError } from '#shared/formats/format-error.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { listZip, unpackEntries } from '#shared/formats/zip/read-zip.ts';
import { readKml } from './read.ts';

/** Layers of all KML files in a KMZ; pictures in it are left. @throws FormatError */
export async function readKmz(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  const entries = listZip(source.bytes).filter(({ path }) => /\.(ov)?kml$/i.test(path));
  const layers: SourceLayer[] = [];
  let failure: FormatError | null = null;
  for (const [name, bytes] of unpackEntries(source.bytes, entries)) {
    try {
      layers.push(...(await readKml({ name, bytes, parts: new Map() }, options)));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      failure ??= error;
    }
  }
  if (layers.length === 0) throw failure ?? new FormatError('format.kml.noPlaces');
  return layers;
}
