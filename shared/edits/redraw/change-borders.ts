import type { Position } from 'geojson';
import { emptyPatch, type Patch, squashPatches } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { RingedZone } from '#shared/edits/vertices.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { turnsBack } from '#shared/geo/turns-back.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type BorderChange, changeBorder } from '#shared/topology/redraw/border-change.ts';
import { cornersAlong } from '#shared/topology/redraw/corners-along.ts';
import { lostEdges } from '#shared/topology/redraw/lost-edges.ts';
import { edgeIndexOf, edgeOnBorder } from '#shared/topology/redraw/on-border.ts';
import { proveChange } from '#shared/topology/redraw/prove-change.ts';
import { type RingChange, ringChange } from '#shared/topology/redraw/ring-change.ts';
import { untouching } from '#shared/topology/redraw/untouching.ts';
import { withCorners } from '#shared/topology/redraw/with-corners.ts';
import { movedAlong } from './moved-along.ts';
import { defectGrowth } from './defect-growth.ts';
import { type LevelChoice, onOutline, onSettledBorder } from './level-choice.ts';
import type { Refusal } from './refusal.ts';
import { ringedNear } from './ringed-near.ts';

/** What the planner allows, beside the change itself. */
export interface BorderOptions {
  levels?: LevelChoice;
  /** The change is made even where it breaks the coverage; what it breaks are findings then. */
  allowInvalid?: boolean;
}

/**
 * How wide the ground is (metres) that rounding to the grid takes or gives at most, over the length of old and
 * new borders together: a vertex is off by 8 mm, a border by half of that in the mean.
 */
const noiseM = 0.0025;
/** Growth of a defect in m² that is noise of the measure. */
const leastM2 = 1e-4;

interface Changed {
  zone: RingedZone;
  /** With the corners of its neighbours on its straight borders. */
  before: Area;
  after: Area;
}

/** Positions where the change takes place. */
function placesOf(change: BorderChange): Position[] {
  const moved = [...change.moves.keys()].map((key) => key.split(',').map(Number));
  return [...moved, ...change.stretches.flatMap(({ from }) => from)];
}

function zoneChanges(
  document: DocumentView,
  change: BorderChange,
  places: Position[],
): Changed[] | Refusal {
  const changes: Changed[] = [];
  const zones = ringedNear(document, boundsOf(places));
  const corners = [
    ...places,
    ...cornersAlong(
      zones.map(({ geometry }) => geometry),
      places,
    ),
  ];
  for (const zone of zones) {
    const before = withCorners(zone.geometry as Area, corners);
    const after = changeBorder(before, change);
    if (after === null) {
      return { refused: 'edit.refused.ringCollapses', params: { title: zone.name } };
    }
    if (after !== before || before !== zone.geometry) changes.push({ zone, before, after });
  }
  return changes;
}

/**
 * Parties that are to divide the same ground after the change as before, class by class: zones limited
 * to some classes lie over others. Of strips and sites nobody asks that.
 */
function partners(changes: readonly Changed[]): Changed[][] {
  const blocks = changes.filter(({ zone }) => zone.shape === 'block');
  const classes = new Set(blocks.flatMap(({ zone }) => zone.categories));
  if (classes.size === 0) return blocks.length > 0 ? [blocks] : [];
  const answering = (key: string | null) =>
    blocks.filter(({ zone: { categories } }) =>
      key === null ? categories.length === 0 : categories.length === 0 || categories.includes(key),
    );
  const lists = [null, ...classes].map(answering).filter((list) => list.length > 0);
  return [...groupBy(lists, (list) => list.map(({ zone }) => zone.id).join()).values()].map(
    ([list]) => list!,
  );
}

/** How many spikes a ring has where a change is about it: corners at which it turns straight back. */
function spikes({ head, tail, ...change }: RingChange, side: 'before' | 'after'): number {
  const ring = change[side];
  const epsilon = samePlaceEpsilon(false);
  // The last position is the first one again.
  const corners = ring.length - 1;
  const first = head + tail === 0 ? 0 : head - 1;
  const end = head + tail === 0 ? corners : Math.min(ring.length - tail + 1, first + corners);
  const at = (i: number) => ring[(i + corners) % corners]!;
  let count = 0;
  for (let i = first; i < end; i++) {
    if (turnsBack(at(i - 1), at(i), at(i + 1), epsilon)) count++;
  }
  return count;
}

/** Whether a change makes more spikes than there were: their edges may cancel all the same. */
function makesSpikes({ before, after }: Changed): boolean {
  const [old, now] = [polygonsOf(before).flat(), polygonsOf(after).flat()];
  let more = 0;
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    if (old[i] === now[i]) continue;
    const change = ringChange(old[i] ?? [], now[i] ?? []);
    more += spikes(change, 'after') - spikes(change, 'before');
  }
  return more > 0;
}

/** Makes touching rings apart, and says which zone is crooked, and which borders stay open. */
function prove(changes: readonly Changed[]): {
  crooked: RingedZone | null;
  /** Old borders that had nobody beyond, and new ones that have nobody, or somebody twice. */
  open: { before: [Position, Position][]; lengthM: number };
} {
  let crooked: RingedZone | null = null;
  const open: ReturnType<typeof prove>['open'] = { before: [], lengthM: 0 };
  const groups = partners(changes);
  const proved = new Set(groups.flat());
  for (const group of [
    ...groups,
    ...changes.filter((one) => !proved.has(one)).map((one) => [one]),
  ]) {
    const proof = proveChange(group);
    for (const i of proof.crooked) crooked ??= group[i]!.zone;
    for (const i of proof.touching) {
      const apart = untouching(group[i]!.after) as Area | null;
      if (apart) group[i]!.after = apart;
      else crooked ??= group[i]!.zone;
    }
    // Nobody would call it a border.
    crooked ??= group.find(makesSpikes)?.zone ?? null;
    if (group[0]?.zone.shape !== 'block') continue;
    for (const { a, b, isNew } of proof.open) {
      open.lengthM += distanceM(a, b);
      if (!isNew) open.before.push([a, b]);
    }
  }
  return { crooked, open };
}

interface Rewritten {
  places: Position[];
  changes: Changed[];
  /** Edges that zones have no longer. */
  lost: [Position, Position][];
  proof: ReturnType<typeof prove>;
  put: { patch: Patch } | Refusal;
}

/** What a change makes of the zones, whatever is allowed. */
function rewrite(document: DocumentView, change: BorderChange): Rewritten | Refusal {
  const places = placesOf(change);
  const changes = zoneChanges(document, change, places);
  if ('refused' in changes) return changes;
  if (changes.length === 0) return { refused: 'edit.redraw.refused.noBorder' };
  const lost = changes.flatMap(({ before, after }) => lostEdges(before, after));
  const proof = prove(changes);
  const put = putPatch(
    document,
    changes.map(({ zone, after }) => ({ ...zone, geometry: after }) as RingedZone),
  );
  return { places, changes, lost, proof, put };
}

/** Whether ground beyond an old border that nobody shared is left to nobody: neither excepted nor another zone's. */
function isBareBeyond(document: DocumentView, edge: [Position, Position]): boolean {
  if (document.all('exception').some(({ geometry }) => edgeOnBorder([edge], geometry)))
    return false;
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = edge;
  const [x, y] = [(toGrid(ax) + toGrid(bx)) / 2, (toGrid(ay) + toGrid(by)) / 2];
  return ringedNear(document, boundsOf(edge)).every(
    ({ geometry }) => edgeIndexOf(geometry as Area).locate(x, y) !== 'inside',
  );
}

/** The change that was last asked about, by the list of zones: a document keeps it until one changes. */
const last = new WeakMap<readonly Zone[], { key: string; rewritten: Rewritten | Refusal }>();

/** Like `rewrite`; a gesture asks what would be, whether it may be, and to do it: that is worked out once. */
function rewrittenBy(document: DocumentView, change: BorderChange): Rewritten | Refusal {
  const zones = document.all('zone');
  const key = JSON.stringify([change.stretches, [...change.moves]]);
  const known = last.get(zones);
  if (known?.key === key) return known.rewritten;
  const rewritten = rewrite(document, change);
  last.set(zones, { key, rewritten });
  return rewritten;
}

/**
 * The patch that changes borders: every zone that has a stretch or a vertex of the change gets it, so
 * that common borders stay common; neighbours with a straight border get its corners first. Refuses
 * what would break the coverage, unless it may: rings that cross, ground covered twice or left bare.
 * Ground that is bare already may grow and shrink, as in a plan half drawn.
 */
export function changeBorders(
  document: DocumentView,
  change: BorderChange,
  { levels = 'refuse', allowInvalid = false }: BorderOptions,
): { patch: Patch; zones: RingedZone[] } | Refusal {
  const rewritten = rewrittenBy(document, change);
  if ('refused' in rewritten) return rewritten;
  const { places, changes, lost, proof, put } = rewritten;
  const outline = allowInvalid ? null : onOutline(document, lost);
  if (outline) return outline;
  const settled = levels === 'refuse' ? onSettledBorder(document, lost) : null;
  if (settled) return settled;

  const { crooked, open } = proof;
  if (crooked && !allowInvalid) {
    return { refused: 'edit.redraw.refused.crosses', params: { zone: crooked.name } };
  }
  if ('refused' in put) return put;
  const along =
    levels === 'move' ? movedAlong(document, change, places, lost) : { patch: emptyPatch() };
  if ('refused' in along) return along;
  const patch = squashPatches([put.patch, along.patch]);
  // Where nothing but noise of the grid has changed, nothing else has.
  if (open.lengthM > 0 && lost.length > 0 && !allowInvalid) {
    const growth = defectGrowth(document, patch, leastM2 + noiseM * open.lengthM);
    const other = growth.overlapId === null ? undefined : document.find('zone', growth.overlapId);
    if (other) return { refused: 'edit.redraw.refused.overlaps', params: { zone: other.name } };
    if (growth.leavesGround && !open.before.some((edge) => isBareBeyond(document, edge)))
      return { refused: 'edit.redraw.refused.opensGap' };
  }
  return { patch, zones: changes.map(({ zone }) => zone) };
}
