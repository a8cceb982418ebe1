import { tokensOf } from '#renderer/ui/colour.ts';
import { zoneColours } from './zone-colours.ts';

/** Every colour of the map under one theme, as `#rrggbb`. */
export interface Palette {
  theme: 'light' | 'dark';
  ground: string;
  panel: string;
  line: string;
  water: string;
  ink: string;
  quiet: string;
  accent: string;
  broken: string;
  soon: string;
  zoneFill: string[];
  zoneBorder: string[];
}

const known = new Map<string, Palette>();

/** Colours of the map, from the tokens of the interface. */
export function paletteOf(theme: 'light' | 'dark'): Palette {
  let palette = known.get(theme);
  if (!palette) {
    const token = tokensOf(theme);
    const zones = zoneColours(theme);
    palette = {
      theme,
      ground: token('ground'),
      panel: token('panel'),
      line: token('line'),
      water: token('water'),
      ink: token('ink'),
      quiet: token('quiet'),
      accent: token('accent'),
      broken: token('broken'),
      soon: token('soon'),
      zoneFill: zones.fill,
      zoneBorder: zones.border,
    };
    known.set(theme, palette);
  }
  return palette;
}
