import type { ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from '#renderer/map/palette.ts';

/** Picks a feature's colour by a property, a number. */
export function byColour(colours: readonly string[], property = 'colour'): ExpressionSpecification {
  const [first = '#808080'] = colours;
  return [
    'match',
    ['get', property],
    ...colours.slice(1).flatMap((colour, i) => [i + 1, colour]),
    first,
  ] as unknown as ExpressionSpecification;
}

/** The first family that is there is used; the names themselves need no files. */
export const fonts = {
  regular: ['PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'system-ui'],
  // The style tells the weight of local fonts by the word in the first name.
  strong: [
    'PingFang SC Semibold',
    'PingFang SC',
    'Microsoft YaHei UI',
    'Noto Sans CJK SC',
    'system-ui',
  ],
};

/** The rim that keeps names readable on any ground. */
export function haloOf(palette: Palette) {
  return { 'text-halo-color': palette.ground, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 };
}

/** Whether a feature is one of these parts of what is drawn. */
export const partIs = (...parts: string[]): ExpressionSpecification => [
  'in',
  ['get', 'part'],
  ['literal', parts],
];
