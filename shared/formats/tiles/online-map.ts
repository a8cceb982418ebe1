import * as z from 'zod';
import { isTileAddress, isTileTemplate } from '#shared/model/tile-address.ts';
import type { TileArchive } from './tile-archive.ts';

/** An address of tiles on the network, as the user gives it. */
export const onlineMap = z.object({
  /** With {z}, {x}, {y} (or {-y}, counted from the south), {s} for servers 0–7, and {tk} for the token. */
  template: z.string().max(1000),
  token: z.string().max(200),
  maxZoom: z.number().int().min(1).max(22),
});
export type OnlineMap = z.infer<typeof onlineMap>;

const tianditu = (layer: string) =>
  `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
  '&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={tk}';

/** Addresses to start from; each wants a token of the user's own. */
export const addressTemplates = {
  tiandituVector: tianditu('vec'),
  tiandituImagery: tianditu('img'),
} as const;

/** The address of one tile; null when the template is none. */
export function tileAddress(map: OnlineMap, zoom: number, x: number, y: number): string | null {
  const { template, token } = map;
  if (!isTileTemplate(template)) return null;
  const url = template
    .replaceAll('{z}', String(zoom))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y))
    .replaceAll('{-y}', String(2 ** zoom - 1 - y))
    .replaceAll('{s}', String((x + y) % 8))
    .replaceAll('{tk}', encodeURIComponent(token.trim()));
  return isTileAddress(url) ? url : null;
}

/** Why an address cannot be used, a key under `baseMap.refused`; null when it can. */
export function addressProblem(map: OnlineMap): 'noPlace' | 'noToken' | null {
  if (tileAddress(map, 1, 0, 0) === null) return 'noPlace';
  return map.template.includes('{tk}') && map.token.trim() === '' ? 'noToken' : null;
}

/** Tiles from the network, each asked for through the machine, which lets only tiles pass. */
export function onlineArchive(
  map: OnlineMap,
  fetchTile: (url: string) => Promise<Uint8Array<ArrayBuffer> | null>,
): TileArchive {
  return {
    info: {
      name: '',
      kind: 'raster',
      minZoom: 1,
      maxZoom: map.maxZoom,
      bounds: null,
      layers: [],
      attribution: '',
    },
    tile: async (zoom, x, y) => {
      const url = tileAddress(map, zoom, x, y);
      const bytes = url === null ? null : await fetchTile(url);
      return bytes && bytes.slice().buffer;
    },
  };
}
