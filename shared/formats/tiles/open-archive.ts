import { FormatError } from '#shared/formats/format-error.ts';
import { openMbtiles } from './open-mbtiles.ts';
import { openPmtiles } from './open-pmtiles.ts';
import type { ByteSource, TileArchive } from './tile-archive.ts';

/**
 * A base map, by what its file begins with.
 * @throws FormatError when it is none, is damaged, or has tiles that cannot be drawn
 */
export async function openArchive(source: ByteSource, name: string): Promise<TileArchive> {
  try {
    const head = new TextDecoder('latin1').decode(new Uint8Array(await source.read(0, 16)));
    if (head.startsWith('PMTiles')) return await openPmtiles(source);
    if (head.startsWith('SQLite format 3')) return await openMbtiles(source);
  } catch (error) {
    if (error instanceof FormatError) throw error.of(name);
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new FormatError('format.tiles.damaged', { reason }, name);
  }
  throw new FormatError('format.tiles.unknown', {}, name);
}
