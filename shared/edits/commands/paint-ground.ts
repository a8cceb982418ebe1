import type { MultiPolygon, Polygon } from 'geojson';
import type { Command, CommandResult } from '#shared/edits/command.ts';
import { answersAlike } from '#shared/edits/redraw/answers-alike.ts';
import { divideZones } from '#shared/edits/redraw/divide-zones.ts';
import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';

type Ground = Polygon | MultiPolygon;

export interface PaintArguments {
  /** Whole units (communities, base units, cells) or drawn polygons. */
  units: readonly Ground[];
  /** Zones that may lose ground; left out: all of the same kind, and ground nobody answers for. */
  fromIds?: readonly string[];
  /** Whether a zone left without ground is removed; else that is refused. */
  mayVanish?: boolean;
  /** Whether ground may go beyond the receiver's own community or street. */
  beyondLevels?: boolean;
}

/** What painting changes, without its label. */
export function paint(
  document: DocumentView,
  to: Zone,
  isNew: boolean,
  { units, fromIds, mayVanish = false, beyondLevels = false }: PaintArguments,
):
  | { patch: Extract<CommandResult, { patch: unknown }>['patch']; areaM2: number }
  | Extract<CommandResult, { refused: string }> {
  const grounds: Ground[] = [];
  for (const unit of units) {
    const parsed = area.safeParse(unit);
    if (!parsed.success) return { refused: 'edit.redraw.refused.badUnit' };
    grounds.push(parsed.data);
  }
  const lines = grounds.flatMap((ground) => polygonsOf(ground).flat());
  if (lines.length === 0) return { refused: 'edit.redraw.refused.badUnit' };
  const given = fromIds && new Set(fromIds);
  const givers = ringedNear(document, boundsOf(lines.flat())).filter(
    (zone) => zone.id !== to.id && answersAlike(zone, to) && (!given || given.has(zone.id)),
  );
  const painted = grounds.map((ground) => new BandedArea(ground));
  const divided = divideZones(document, {
    subjectIds: givers.map(({ id }) => id),
    receiverIds: isNew ? [] : [to.id],
    includesFree: !given,
    lines,
    newZones: isNew ? [to] : [],
    mayVanish,
    beyondLevels,
    assign: (pieces) =>
      pieces.map(({ place: [x = 0, y = 0] }) =>
        painted.some((ground) => ground.locate(toGrid(x), toGrid(y)) === 'inside') ? to.id : null,
      ),
  });
  if ('refused' in divided) return divided;
  const areaM2 = divided.pieces.reduce(
    (sum, piece, i) => sum + (divided.owners[i] === null ? 0 : piece.areaM2),
    0,
  );
  return { patch: divided.patch, areaM2 };
}

/**
 * Paints ground into a zone: whole units, or a part drawn by hand, go to it from the zones they were in
 * (of the same kind; 条, 点 and zones for other classes lie over it and stay) and from nobody. What the
 * zone has already stays its own.
 */
export const paintGround: Command<PaintArguments & { toId: string }> = (
  document,
  { toId, ...args },
) => {
  const zone = document.find('zone', toId);
  if (!zone) return { refused: 'edit.refused.missing' };
  const painted = paint(document, zone, false, args);
  if ('refused' in painted) return painted;
  return {
    patch: painted.patch,
    label: {
      key: 'edit.redraw.paint',
      params: { title: zone.name, area: Math.round(painted.areaM2) },
    },
    selection: [toId],
  };
};
