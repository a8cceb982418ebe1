import type { Polygon } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { newZone, type NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { paint, type PaintArguments } from './paint-ground.ts';

/**
 * Draws a new zone: an enclave inside another, one across several, or on ground that nobody answers for.
 * It takes what the polygon covers from the zones that are there; `fromIds` says from which only.
 */
export const drawZone: Command<
  NewZoneForm & { part: Polygon } & Pick<PaintArguments, 'fromIds' | 'mayVanish' | 'beyondLevels'>
> = (document, { part, fromIds, mayVanish, beyondLevels, ...form }) => {
  const zone = newZone(form);
  const painted = paint(document, zone, true, {
    units: [part],
    ...(fromIds && { fromIds }),
    ...(mayVanish !== undefined && { mayVanish }),
    ...(beyondLevels !== undefined && { beyondLevels }),
  });
  if ('refused' in painted) return painted;
  return {
    patch: painted.patch,
    label: { key: 'edit.redraw.draw', params: { title: zone.name } },
    selection: [zone.id],
  };
};
