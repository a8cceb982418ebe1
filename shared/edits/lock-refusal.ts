import type { Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Lock } from '#shared/model/lock.ts';
import type { Zone } from '#shared/model/zone.ts';
import { lostEdges } from '#shared/topology/redraw/lost-edges.ts';
import { liesOnBorder } from '#shared/topology/redraw/on-border.ts';
import type { CommandResult } from './command.ts';
import { lockedBelow } from './locked-below.ts';
import { changesOf, type Patch } from './patch.ts';
import { ringedNear } from './redraw/ringed-near.ts';
import { patchedView } from './repair/patched-view.ts';
import { sameRecord } from './same-record.ts';

type Refusal = Extract<CommandResult, { refused: string }>;
type Edge = [Position, Position];

interface ZoneChange {
  from: Zone;
  /** Edges of its rings that go; null when its ground is made from a line or a position. */
  lost: Edge[] | null;
}

function rings(zone: Zone) {
  const { geometry } = zone;
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? geometry : null;
}

const ringCount = (area: Area): number => polygonsOf(area).flat().length;

/** Zones whose ground changes by a patch: corners that a border only gains do not count. */
function groundChanges(patch: Patch): ZoneChange[] {
  return changesOf(patch).flatMap(([from, to]): ZoneChange[] => {
    if (from?.kind !== 'zone') return [];
    const next = to?.kind === 'zone' ? to : null;
    if (next && next.geometry === from.geometry && reach(next) === reach(from)) return [];
    const before = rings(from);
    if (!before) {
      const isSame =
        next && sameRecord(next.geometry, from.geometry) && reach(next) === reach(from);
      return isSame ? [] : [{ from, lost: null }];
    }
    const after = next && rings(next);
    const lost = lostEdges(before, after);
    // A part or a hole more, and no edge is lost.
    const isSame = after && lost.length === 0 && ringCount(after) === ringCount(before);
    return isSame ? [] : [{ from, lost }];
  });
}

function reach(zone: Zone): number | null {
  return zone.shape === 'strip' ? zone.widthM : zone.shape === 'site' ? zone.radiusM : null;
}

/** A lock without a reason is told of without one. */
function refusal(key: string, params: { reason: string } & Record<string, string>): Refusal {
  const ending = params.reason === '' ? 'Plainly' : '';
  return { refused: `edit.redraw.refused.${key}${ending}`, params };
}

const lineAreas = new WeakMap<Lock, Area>();

/**
 * The lines of a locked border as rings that run there and back, made once for each lock: edges are looked up by
 * place.
 */
function lineArea(lock: Lock): Area {
  let held = lineAreas.get(lock);
  if (!held) {
    const lines = lock.what.of === 'border' ? borderLines(lock.what) : [];
    const coordinates = lines.map((line) => [[...line, ...line.slice(0, -1).reverse()]]);
    held = { type: 'MultiPolygon', coordinates } as Area;
    lineAreas.set(lock, held);
  }
  return held;
}

/** Whether any of some edges is no border of any zone after a patch. */
function noLongerBorders(document: DocumentView, patch: Patch, edges: readonly Edge[]): boolean {
  const [west, south, east, north] = boundsOf(edges.flat());
  const zones = ringedNear(patchedView(document, patch), [west, south, east, north]);
  const coordinates = zones.flatMap(({ geometry }) => polygonsOf(geometry));
  const all: Area = { type: 'MultiPolygon', coordinates } as Area;
  const those: Area = { type: 'Polygon', coordinates: edges.map(([a, b]) => [a, b]) } as Area;
  return lostEdges(those, all).length > 0;
}

/**
 * The refusal of a patch that changes what is locked; null when it changes nothing locked. A locked zone
 * keeps its ground and is not removed; a locked border stands where it stands for all zones along it; with
 * everything else locked only the chosen zones change. No 点 or 条 comes to lie over what is locked: it would
 * take ground from it, whatever is drawn there. Names and other attributes are free, and a corner that a
 * neighbour's new border puts on a locked one, within two steps of the grid, is no change.
 */
export function lockRefusal(document: DocumentView, patch: Patch): Refusal | null {
  const locks = document.all('lock');
  if (locks.length === 0) return null;
  const changes = groundChanges(patch);
  for (const lock of locks) {
    const { what, reason, name } = lock;
    if (what.of === 'border') {
      const held = lineArea(lock);
      const along = changes.flatMap(({ lost }) =>
        (lost ?? []).filter((edge) => liesOnBorder(edge, held)),
      );
      if (along.length > 0 && noLongerBorders(document, patch, along))
        return refusal('lockedBorder', { name, reason });
      continue;
    }
    const isLocked = ({ id }: Zone) =>
      what.of === 'zone' ? what.zoneId === id : !what.zoneIds.includes(id);
    const hit = changes.find(({ from }) => isLocked(from));
    if (hit) {
      const key = what.of === 'zone' ? 'lockedZone' : 'lockedOutside';
      return refusal(key, { zone: hit.from.name, reason });
    }
    const below = lockedBelow(document, patch, isLocked);
    if (below) return refusal('lockedGround', { zone: below.name, reason });
  }
  return null;
}
