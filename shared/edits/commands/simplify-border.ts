import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import { reshapeStretch } from '#shared/edits/redraw/reshape-stretch.ts';
import type { StretchArguments } from '#shared/edits/redraw/zone-stretch.ts';
import { simplified } from '#shared/topology/redraw/simplified.ts';

/**
 * Leaves out the vertices of a stretch of border, or of all borders of a zone, that stand off by no more
 * than `toleranceM` metres, for the neighbours alike. Junctions stay, and borders never come to cross.
 */
export const simplifyBorder: Command<StretchArguments & BorderOptions & { toleranceM: number }> = (
  document,
  args,
) => {
  if (!(args.toleranceM > 0)) return { refused: 'edit.redraw.refused.notPositive' };
  const result = reshapeStretch(document, args, (part, strength) =>
    simplified(part, args.toleranceM * strength),
  );
  if ('refused' in result) return result;
  const { patch, zones, zoneName } = result;
  return {
    patch,
    label: {
      key: 'edit.redraw.simplify',
      params: { title: zoneName, metres: args.toleranceM },
    },
    selection: zones.map(({ id }) => id),
  };
};
