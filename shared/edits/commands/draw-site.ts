import type { Polygon } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { changeOverlay } from '#shared/edits/redraw/change-overlay.ts';
import { type NewZoneForm, zoneBase } from '#shared/edits/redraw/new-zone.ts';
import { type Area, point, polygon } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { unionGround } from '#shared/topology/union-ground.ts';

/** What a new 点 covers: all within metres of a position, or a drawn polygon. */
type SiteGround = { at: LonLat; radiusM: number } | { part: Polygon };

/** The geometry of a site; null when a position is off the map. A polygon that crosses itself becomes its parts. */
function groundOf(ground: SiteGround) {
  if ('at' in ground) {
    const middle = point.safeParse({ type: 'Point', coordinates: ground.at });
    return middle.success ? { geometry: middle.data, radiusM: ground.radiusM } : null;
  }
  const part = polygon.safeParse(ground.part);
  if (!part.success) return null;
  const polygons = unionGround([part.data as Polygon], false);
  const [only] = polygons;
  const geometry = (
    only && polygons.length === 1
      ? only
      : { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) }
  ) as Area;
  return { geometry, radiusM: null };
}

/** Draws a new 点. It lies over blocks and strips, which keep their ground. */
export const drawSite: Command<NewZoneForm & { ground: SiteGround; allowInvalid?: boolean }> = (
  document,
  { ground, allowInvalid = false, ...form },
) => {
  const shape = groundOf(ground);
  if (!shape) return { refused: 'edit.refused.offTheMap' };
  if ('coordinates' in shape.geometry && shape.geometry.coordinates.length === 0) {
    return { refused: 'edit.redraw.refused.noShape', params: { zone: form.name } };
  }
  const site = { ...zoneBase(form), shape: 'site' as const, ...shape };
  const drawn = changeOverlay(document, site, allowInvalid);
  if ('refused' in drawn) return drawn;
  return {
    patch: drawn.patch,
    label: { key: 'edit.redraw.drawSite', params: { title: form.name } },
    selection: [form.newId],
  };
};
