import type { Command } from '#shared/edits/command.ts';
import { changeOverlay } from '#shared/edits/redraw/change-overlay.ts';
import { type NewZoneForm, zoneBase } from '#shared/edits/redraw/new-zone.ts';
import { line } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** Draws a new 条: a line (degrees) and its width in metres. It lies over the blocks, which keep their ground. */
export const drawStrip: Command<
  NewZoneForm & { line: readonly LonLat[]; widthM: number; allowInvalid?: boolean }
> = (document, { line: places, widthM, allowInvalid = false, ...form }) => {
  const geometry = line.safeParse({ type: 'LineString', coordinates: places });
  if (!geometry.success) return { refused: 'edit.refused.offTheMap' };
  const strip = { ...zoneBase(form), shape: 'strip' as const, geometry: geometry.data, widthM };
  const drawn = changeOverlay(document, strip, allowInvalid);
  if ('refused' in drawn) return drawn;
  return {
    patch: drawn.patch,
    label: { key: 'edit.redraw.drawStrip', params: { title: form.name, metres: widthM } },
    selection: [form.newId],
  };
};
