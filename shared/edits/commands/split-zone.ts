import type { Command } from '#shared/edits/command.ts';
import { divideZones } from '#shared/edits/redraw/divide-zones.ts';
import { partOf } from '#shared/edits/redraw/new-zone.ts';
import { partNames } from '#shared/edits/redraw/part-names.ts';
import { seriesId } from '#shared/edits/redraw/series-id.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import type { CutPiece } from '#shared/topology/redraw/divide-ground.ts';

/** The largest of the pieces, by number; the first of equals. */
function largest(pieces: readonly CutPiece[], among: readonly number[]): number {
  return among.reduce(
    (best, i) => (pieces[i]!.areaM2 > pieces[best]!.areaM2 ? i : best),
    among[0]!,
  );
}

/**
 * Splits a zone along one or several lines, drawn or taken from a layer: each piece that the lines part
 * becomes a zone of its own, but the largest, which stays the zone with all that hangs on it. Lines may
 * reach beyond the zone, cross each other and go round holes. Parts of the zone that no line reaches
 * stay with it. New zones have no holder yet.
 */
export const splitZone: Command<{
  zoneId: string;
  lines: readonly LonLat[][];
  /** Id of the first new zone; further ones follow from it. */
  newId: string;
  names?: readonly string[];
}> = (document, { zoneId, lines, newId, names = [] }) => {
  const zone = document.find('zone', zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  const nameOf = partNames(document, zone.name, names);
  const news: BlockZone[] = [];
  const divided = divideZones(document, {
    subjectIds: [zoneId],
    lines,
    newZones: news,
    mayVanish: false,
    beyondLevels: true,
    assign: (pieces) => {
      const parts = zone.geometry.type.endsWith('Polygon')
        ? polygonsOf(zone.geometry as Parameters<typeof polygonsOf>[0]).length
        : 0;
      const cut = [...pieces.keys()].filter((i) => pieces[i]!.lines.length > 0);
      if (pieces.length <= parts || cut.length < 2) return [];
      const kept = largest(pieces, cut);
      return pieces.map((_, i) => {
        if (i === kept || !cut.includes(i)) return null;
        const number = news.length;
        const part = partOf(zone, seriesId(newId, number), nameOf(number));
        news.push(part);
        return part.id;
      });
    },
  });
  if ('refused' in divided) {
    const isWhole = divided.refused === 'edit.refused.unchanged';
    return isWhole
      ? { refused: 'edit.redraw.refused.noCut', params: { zone: zone.name } }
      : divided;
  }
  return {
    patch: divided.patch,
    label: { key: 'edit.redraw.split', params: { title: zone.name, count: news.length + 1 } },
    selection: [zoneId, ...news.map(({ id }) => id)],
  };
};
