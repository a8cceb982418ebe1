import Flatbush from 'flatbush';
import { areaM2 as groundM2 } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { differenceOfAreas, intersectAreas, toArea } from '#shared/geo/clip.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** Ground that a zone gives up to another; null stands for no zone. */
export interface GroundTransfer {
  fromId: string | null;
  toId: string | null;
  areaM2: number;
}

/** Less than this (m²) is the rounding of borders and no ground. */
const leastM2 = 0.5;

type Ground = Area | null;

function without(ground: Ground, others: readonly Area[]): Ground {
  return ground && (toArea(differenceOfAreas(ground, others)) as Ground);
}

const sizeOf = (ground: Ground) => (ground ? groundM2(ground) : 0);

/**
 * Ground that changes zones between two states. Only zones whose shape differs, or that are in one
 * state alone, give up or receive any; blocks, roads and sites each among their own kind, since a
 * road drawn over a block takes nothing from the block's own shape.
 */
export function transferredGround(
  before: readonly Zone[],
  after: readonly Zone[],
): GroundTransfer[] {
  const shapes = [...new Set([...before, ...after].map(({ shape }) => shape))];
  return shapes.flatMap((shape) => {
    const of = (zones: readonly Zone[]) => zones.filter((zone) => zone.shape === shape);
    return transfersAmong(of(before), of(after));
  });
}

function transfersAmong(before: readonly Zone[], after: readonly Zone[]): GroundTransfer[] {
  const old = new Map(before.map((zone) => [zone.id, zoneGround(zone)]));
  const now = new Map(after.map((zone) => [zone.id, zoneGround(zone)]));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (id) =>
      old.get(id) !== now.get(id) &&
      JSON.stringify(old.get(id) ?? null) !== JSON.stringify(now.get(id) ?? null),
  );
  const given: { id: string; ground: Area }[] = [];
  const received: { id: string; ground: Area }[] = [];
  for (const id of changed) {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null];
    const less = is ? without(was, [is]) : was;
    const more = was ? without(is, [was]) : is;
    if (less && sizeOf(less) > leastM2) given.push({ id, ground: less });
    if (more && sizeOf(more) > leastM2) received.push({ id, ground: more });
  }
  const [nowNear, oldNear] = [nearTo(now), nearTo(old)];
  const transfers: GroundTransfer[] = [];
  const add = (fromId: string | null, toId: string | null, areaM2: number) => {
    if (areaM2 > leastM2) transfers.push({ fromId, toId, areaM2 });
  };
  for (const { id: fromId, ground } of given) {
    // To whoever stands there now; who stood there before too, in an overlap, has it alone from now on.
    const near = nowNear(ground);
    for (const [toId, other] of near) {
      if (toId === fromId) continue;
      add(fromId, toId, sizeOf(toArea(intersectAreas([ground, other])) as Ground));
    }
    add(fromId, null, sizeOf(without(ground, [...near.values()])));
  }
  for (const { id: toId, ground } of received) {
    add(null, toId, sizeOf(without(ground, [...oldNear(ground).values()])));
  }
  return transfers;
}

/** Answers which of many grounds have boxes that meet that of one. */
function nearTo(grounds: ReadonlyMap<string, Ground>): (ground: Area) => Map<string, Area> {
  const all = [...grounds].filter((entry): entry is [string, Area] => entry[1] !== null);
  if (all.length === 0) return () => new Map();
  const index = new Flatbush(all.length);
  for (const [, ground] of all) index.add(...areaBounds(ground));
  index.finish();
  return (ground) =>
    new Map(
      index
        .search(...areaBounds(ground))
        .toSorted((a, b) => a - b)
        .map((i) => all[i]!),
    );
}
