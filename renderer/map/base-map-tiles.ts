import type { TileArchive } from '#shared/formats/tiles/tile-archive.ts';
import { addProtocol } from './maplibre.ts';

const scheme = 'basemap';
const archives = new Map<string, TileArchive>();
let added = false;

/** One pixel without colour, where a base map of pictures has no tile. */
const nothing = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);

/** Lets the map ask for tiles of an archive; answers the address of its tiles. */
export function serveTiles(key: string, archive: TileArchive): string {
  if (!added) {
    added = true;
    addProtocol(scheme, async ({ url }) => {
      const [, name = '', z, x, y] = /^basemap:\/\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
      const known = archives.get(decodeURIComponent(name));
      const tile = await known?.tile(Number(z), Number(x), Number(y));
      if (tile) return { data: tile };
      return { data: known?.info.kind === 'vector' ? new ArrayBuffer(0) : nothing.slice().buffer };
    });
  }
  archives.set(key, archive);
  return `${scheme}://${encodeURIComponent(key)}/{z}/{x}/{y}`;
}

export function stopTiles(key: string): void {
  archives.delete(key);
}
