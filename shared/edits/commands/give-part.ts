import type { Polygon } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { paint, type PaintArguments } from './paint-ground.ts';

/** Gives what a drawn polygon covers of one zone to another, be it beside it or not. */
export const givePart: Command<
  { fromId: string; toId: string; part: Polygon } & Pick<
    PaintArguments,
    'mayVanish' | 'beyondLevels'
  >
> = (document, { fromId, toId, part, ...options }) => {
  const [from, to] = [document.find('zone', fromId), document.find('zone', toId)];
  if (!from || !to) return { refused: 'edit.refused.missing' };
  const painted = paint(document, to, false, { units: [part], fromIds: [fromId], ...options });
  if ('refused' in painted) return painted;
  return {
    patch: painted.patch,
    label: { key: 'edit.redraw.give', params: { from: from.name, to: to.name } },
    selection: [fromId, toId],
  };
};
