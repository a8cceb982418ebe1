/** A file of which only parts are read: base maps may be larger than memory. */
export interface ByteSource {
  size: number;
  /** Bytes from `offset` on; fewer than `length` at the end of the file. */
  read(offset: number, length: number): Promise<ArrayBuffer>;
}

export interface TileArchiveInfo {
  /** As the file calls itself; may be empty. */
  name: string;
  kind: 'vector' | 'raster';
  minZoom: number;
  maxZoom: number;
  /** [west, south, east, north] in degrees; null when the file does not say. */
  bounds: [number, number, number, number] | null;
  /** Names of the layers of vector tiles. */
  layers: string[];
  attribution: string;
}

/** Tiles of the Web Mercator pyramid in one file. */
export interface TileArchive {
  info: TileArchiveInfo;
  /** A tile as its format has it, vector tiles without compression; null where there is none. */
  tile(zoom: number, x: number, y: number): Promise<ArrayBuffer | null>;
}

/** A file, or a part of a storage, as a source. */
export function sourceOfBlob(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: (offset, length) => blob.slice(offset, offset + length).arrayBuffer(),
  };
}

/** The bytes without gzip, where they have it. */
export async function ungzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.slice().buffer;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
