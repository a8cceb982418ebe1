import type { MapImage } from './canvas-image.ts';
import { paletteOf } from './palette.ts';
import { patterns } from './patterns.ts';
import { symbols } from './symbols.ts';

const sets = new Map<string, Record<string, MapImage>>();

/**
 * Image of a pattern or symbol by the name that the layers use, such as `gap-dark`; undefined for a
 * name that is none.
 */
export function mapImage(id: string): MapImage | undefined {
  const cut = id.lastIndexOf('-');
  const theme = id.slice(cut + 1);
  if (theme !== 'light' && theme !== 'dark') return undefined;
  const key = `${theme}@${devicePixelRatio}`;
  let images = sets.get(key);
  if (!images) {
    const palette = paletteOf(theme);
    images = { ...patterns(palette), ...symbols(palette) };
    sets.set(key, images);
  }
  return images[id.slice(0, cut)];
}
