import type { Command } from '#shared/edits/command.ts';
import { changeOverlay } from '#shared/edits/redraw/change-overlay.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';

/** Moves a 点 that is a circle round a position, or changes its radius (metres), or both. */
export const moveSite: Command<{
  zoneId: string;
  at?: LonLat;
  radiusM?: number;
  allowInvalid?: boolean;
}> = (document, { zoneId, at, radiusM, allowInvalid = false }) => {
  const zone = document.find('zone', zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  if (zone.shape !== 'site' || zone.geometry.type !== 'Point') {
    return { refused: 'edit.redraw.refused.notRound', params: { zone: zone.name } };
  }
  const target = position.safeParse(at ?? zone.geometry.coordinates);
  if (!target.success) return { refused: 'edit.refused.offTheMap' };
  const next = {
    ...zone,
    geometry: { ...zone.geometry, coordinates: target.data },
    radiusM: radiusM ?? zone.radiusM,
  };
  const changed = changeOverlay(document, next, allowInvalid);
  if ('refused' in changed) return changed;
  return {
    patch: changed.patch,
    label: {
      key: at ? 'edit.redraw.moveSite' : 'edit.redraw.siteRadius',
      params: { title: zone.name, metres: next.radiusM ?? 0 },
    },
    selection: [zoneId],
  };
};
