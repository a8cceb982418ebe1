import type { Command } from '#shared/edits/command.ts';
import { changeOverlay } from '#shared/edits/redraw/change-overlay.ts';
import { line, multiLine } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** Gives a 条 another line (one or several, in degrees), or another width in metres, or both. */
export const changeStrip: Command<{
  zoneId: string;
  lines?: readonly LonLat[][];
  widthM?: number;
  allowInvalid?: boolean;
}> = (document, { zoneId, lines, widthM, allowInvalid = false }) => {
  const zone = document.find('zone', zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  if (zone.shape !== 'strip') {
    return { refused: 'edit.redraw.refused.notStrip', params: { zone: zone.name } };
  }
  let { geometry } = zone;
  if (lines) {
    const parsed =
      lines.length === 1
        ? line.safeParse({ type: 'LineString', coordinates: lines[0] })
        : multiLine.safeParse({ type: 'MultiLineString', coordinates: lines });
    if (!parsed.success) return { refused: 'edit.refused.offTheMap' };
    geometry = parsed.data;
  }
  const next = { ...zone, geometry, widthM: widthM ?? zone.widthM };
  const changed = changeOverlay(document, next, allowInvalid);
  if ('refused' in changed) return changed;
  return {
    patch: changed.patch,
    label: {
      key: lines ? 'edit.redraw.moveStrip' : 'edit.redraw.stripWidth',
      params: { title: zone.name, metres: next.widthM },
    },
    selection: [zoneId],
  };
};
