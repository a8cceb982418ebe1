import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import { reshapeStretch } from '#shared/edits/redraw/reshape-stretch.ts';
import type { StretchArguments } from '#shared/edits/redraw/zone-stretch.ts';
import { smoothed } from '#shared/topology/redraw/smoothed.ts';

const mostTimes = 3;

/**
 * Rounds the corners of a stretch of border, or of all borders of a zone, for the neighbours alike. Each
 * of `times` (1 to 3) makes two vertices of one. Junctions stay, and borders never come to cross.
 */
export const smoothBorder: Command<StretchArguments & BorderOptions & { times?: number }> = (
  document,
  args,
) => {
  const times = Math.min(mostTimes, Math.max(1, Math.round(args.times ?? 1)));
  const result = reshapeStretch(document, args, (part, strength) =>
    smoothed(part, 0.25 * strength, times),
  );
  if ('refused' in result) return result;
  const { patch, zones, zoneName } = result;
  return {
    patch,
    label: { key: 'edit.redraw.smooth', params: { title: zoneName } },
    selection: zones.map(({ id }) => id),
  };
};
