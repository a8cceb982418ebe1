import type { Polygon } from 'geojson';
import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { newZone, type NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { paint } from './paint-ground.ts';

/**
 * Cuts what a drawn polygon covers out of one zone: into a new zone of its own, or, with `to: 'nobody'`, left
 * to nobody. That is a gap from then on, so it is refused unless it may be (`allowInvalid`). Other zones
 * lose nothing, wherever the polygon reaches.
 */
export const cutOut: Command<
  NewZoneForm & {
    fromId: string;
    part: Polygon;
    to: 'zone' | 'nobody';
    allowInvalid?: boolean;
  }
> = (document, { fromId, part, to, allowInvalid = false, ...form }) => {
  const from = document.find('zone', fromId);
  if (!from) return { refused: 'edit.refused.missing' };
  if (from.shape !== 'block') {
    return { refused: 'edit.redraw.refused.notBlock', params: { zone: from.name } };
  }
  const leaves = to === 'nobody';
  if (leaves && !allowInvalid) {
    return { refused: 'edit.redraw.refused.leavesBare', params: { zone: from.name } };
  }
  const zone = newZone({ ...form, categories: from.categories });
  // It goes no farther from its community or street than the zone that it is cut from.
  const cut = paint(document, zone, true, { units: [part], fromIds: [fromId], beyondLevels: true });
  if ('refused' in cut) {
    return cut.refused === 'edit.refused.unchanged'
      ? { refused: 'edit.redraw.refused.cutsNothing', params: { zone: from.name } }
      : cut;
  }
  const { [zone.id]: piece, ...added } = cut.patch.added;
  if (!piece) return { refused: 'edit.redraw.refused.cutsNothing', params: { zone: from.name } };
  const label: EditLabel = leaves
    ? {
        key: 'edit.redraw.cutBare',
        params: { from: from.name, area: Math.round(cut.areaM2) },
      }
    : { key: 'edit.redraw.cutOut', params: { from: from.name, title: form.name } };
  return {
    patch: leaves ? { ...cut.patch, added } : cut.patch,
    label,
    selection: [leaves ? fromId : zone.id],
  };
};
