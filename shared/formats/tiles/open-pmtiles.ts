import { Compression, PMTiles, type Source, TileType } from 'pmtiles';
import * as z from 'zod';
import { FormatError } from '#shared/formats/format-error.ts';
import type { ByteSource, TileArchive } from './tile-archive.ts';

const metadata = z.object({
  name: z.string().catch(''),
  attribution: z.string().catch(''),
  vector_layers: z.array(z.object({ id: z.string() })).catch([]),
});

const drawable = [TileType.Mvt, TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];
const unpacked = [Compression.None, Compression.Gzip, Compression.Unknown];

/** A PMTiles archive (version 3), of which directories and tiles are read as they are asked for. */
export async function openPmtiles(source: ByteSource): Promise<TileArchive> {
  const bytes: Source = {
    getKey: () => 'file',
    getBytes: async (offset, length) => ({ data: await source.read(offset, length) }),
  };
  const archive = new PMTiles(bytes);
  const header = await archive.getHeader();
  if (!drawable.includes(header.tileType) || !unpacked.includes(header.tileCompression)) {
    throw new FormatError('format.tiles.cannotDraw', { kind: `PMTiles ${header.tileType}` });
  }
  const said = metadata.parse((await archive.getMetadata()) ?? {});
  const { minLon, minLat, maxLon, maxLat } = header;
  const hasBounds = maxLon > minLon && maxLat > minLat;
  return {
    info: {
      name: said.name.slice(0, 100),
      kind: header.tileType === TileType.Mvt ? 'vector' : 'raster',
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      bounds: hasBounds ? [minLon, minLat, maxLon, maxLat] : null,
      layers: said.vector_layers.map(({ id }) => id),
      attribution: said.attribution.slice(0, 300),
    },
    tile: async (zoom, x, y) => (await archive.getZxy(zoom, x, y))?.data ?? null,
  };
}
