import type { Command, CommandResult } from '#shared/edits/command.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import { divideZones } from '#shared/edits/redraw/divide-zones.ts';
import { partOf } from '#shared/edits/redraw/new-zone.ts';
import { partNames } from '#shared/edits/redraw/part-names.ts';
import { seriesId } from '#shared/edits/redraw/series-id.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { evenCut } from '#shared/topology/redraw/even-cut.ts';
import type { GroundWork, WeightAt } from '#shared/topology/redraw/work-limit.ts';

type Refusal = Extract<CommandResult, { refused: string }>;

const mostParts = 100;

/** Splits zone `zoneId` in two along a straight cut; the second part becomes `newId`. */
function splitInTwo(
  view: DocumentView,
  zoneId: string,
  share: number,
  work: GroundWork | null,
  form: { newId: string; name: string },
): { patch: Patch; isFirst: (at: WeightAt['position']) => boolean } | Refusal {
  const zone = view.find('zone', zoneId)!;
  const cut = evenCut(zone.geometry as Area, share, work);
  if (!cut) return { refused: 'edit.redraw.refused.noCut', params: { zone: zone.name } };
  const divided = divideZones(view, {
    subjectIds: [zoneId],
    lines: [cut.line],
    newZones: [partOf(zone, form.newId, form.name)],
    mayVanish: false,
    beyondLevels: true,
    assign: (pieces) => pieces.map(({ place }) => (cut.isFirst(place) ? null : form.newId)),
  });
  if ('refused' in divided) return divided;
  return { patch: divided.patch, isFirst: cut.isFirst };
}

/**
 * Splits a zone into parts of equal area, or of equal work when that is given (of its places only those in the
 * zone count), by straight cuts, each the one that cuts shortest into the fewest pieces. The first part
 * stays the zone; the others are new and have no holder yet.
 */
export const splitEvenly: Command<{
  zoneId: string;
  parts: number;
  work?: GroundWork;
  /** Id of the first new zone; further ones follow from it. */
  newId: string;
  names?: readonly string[];
}> = (document, { zoneId, parts, work = null, newId, names = [] }) => {
  const zone = document.find('zone', zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  if (zone.geometry.type !== 'Polygon' && zone.geometry.type !== 'MultiPolygon') {
    return { refused: 'edit.repairRefused.fixedShape', params: { zone: zone.name } };
  }
  if (!Number.isInteger(parts) || parts < 2 || parts > mostParts) {
    return { refused: 'edit.redraw.refused.parts', params: { most: mostParts } };
  }
  const nameOf = partNames(document, zone.name, names);
  const patches: Patch[] = [];
  const made: string[] = [];
  let view = document;
  const ground = new BandedArea(zone.geometry);
  const inside = ({ position: [x = 0, y = 0] }: WeightAt): boolean =>
    ground.locate(toGrid(x), toGrid(y)) !== 'outside';
  const workOn = (places: readonly WeightAt[]) => work && { places, perM2: work.perM2 };
  let open = [{ id: zoneId, parts, places: work?.places.filter(inside) ?? [] }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const part of open) {
      if (part.parts < 2) continue;
      const first = part.parts >> 1;
      const id = seriesId(newId, made.length);
      const form = { newId: id, name: nameOf(made.length) };
      const split = splitInTwo(view, part.id, first / part.parts, workOn(part.places), form);
      if ('refused' in split) return split;
      made.push(id);
      patches.push(split.patch);
      view = patchedView(view, split.patch);
      const side = (isFirst: boolean) =>
        part.places.filter(({ position }) => split.isFirst(position) === isFirst);
      next.push(
        { id: part.id, parts: first, places: side(true) },
        { id, parts: part.parts - first, places: side(false) },
      );
    }
    open = next;
  }
  return {
    patch: squashPatches(patches),
    label: { key: 'edit.redraw.splitEvenly', params: { title: zone.name, count: parts } },
    selection: [zoneId, ...made],
  };
};
