import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { isNoise, measuresOf } from '#shared/checks/horizontal/defect.ts';
import { isRoundedLine } from '#shared/checks/horizontal/rounded-line.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import { choiceOfFix } from '#shared/topology/repair/choice-of-fix.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';
import { regroundCoverage } from '#shared/topology/repair/reground-coverage.ts';
import type {
  DefectGround,
  GroundMove,
  RepairPart,
} from '#shared/topology/repair/repair-question.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** Ground of rings that enclose nothing, as doubles see it. */
const noGroundM2 = 1e-6;

/** One thing that was done. */
export type LayerChange =
  /** A finding whose ground changed hands; moves with the same givers and takers are one. */
  | { kind: 'ground'; finding: Finding; moves: GroundMove[] }
  | { kind: 'rings'; finding: Finding }
  /** Zones with the same ground as another one, which were taken out. */
  | { kind: 'removed'; finding: Finding; zoneIds: string[]; keptId: string };

/** What stays as it is around the zones; positions in degrees, or in metres when `planar`. */
export interface LayerFrame {
  boundary: CoverageCheckInput['boundary'];
  /** Those in force. */
  exceptions: readonly Exception[];
  planar: boolean;
}

/** Whether the ground of a zone is its own polygon and not made from a line or a position. */
export function isDrawn({ geometry }: Zone): boolean {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Whether two zones are the same ground, so that one of them is there twice. */
function isTwin(a: Ground | undefined, b: Ground | undefined, planar: boolean): boolean {
  if (!a || !b || a === b) return a !== undefined && a === b;
  const box = areaBounds(b);
  const size = areaM2(a, planar);
  return (
    areaBounds(a).every((side, i) => side === box[i]) &&
    Math.abs(size - areaM2(b, planar)) <= Math.max(noGroundM2, size * 1e-12)
  );
}

/** What came of one list of mends. */
export interface Pass {
  grounds: Map<string, Area | null>;
  changes: LayerChange[];
  noise: GroundMove[];
}

/**
 * Carries out one list of mends on the zones that are left. With `settles` all noise of the grid is
 * settled too, but where it would take ground from zones that are `spared`.
 */
export function passOver(
  { planar, boundary, exceptions }: LayerFrame,
  zones: readonly Zone[],
  mends: readonly Mend<Finding>[],
  { spared, settles }: { spared: ReadonlySet<string>; settles: boolean },
): Pass {
  const changes: LayerChange[] = [];
  const grounds = new Map<string, Area | null>();
  const decisions: GroundDecision[] = [];
  const decided: Finding[] = [];
  const mendIds: string[] = [];
  for (const { target, fix } of mends) {
    const { geometry } = target;
    if (fix.kind === 'mend-rings') {
      mendIds.push(fix.recordId);
      changes.push({ kind: 'rings', finding: target });
    } else if (fix.kind === 'keep-duplicate') {
      const zoneIds = target.recordIds.filter((id) => id !== fix.zoneId);
      for (const id of zoneIds) grounds.set(id, null);
      changes.push({ kind: 'removed', finding: target, zoneIds, keptId: fix.zoneId });
    } else if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
      const choice = choiceOfFix(fix);
      if (!choice) continue;
      decisions.push({ ground: geometry, choice });
      decided.push(target);
    }
  }
  const parts = zones.flatMap((zone): RepairPart[] => {
    const geometry = grounds.has(zone.id) ? null : zoneGround(zone, planar);
    if (!geometry) return [];
    return [{ id: zone.id, geometry, rank: precedence[zone.shape], isFixed: !isDrawn(zone) }];
  });
  const step = planar ? 0.001 : fromGrid(1);
  const before = new Map(parts.map(({ id, geometry }) => [id, geometry]));
  const made = new Set(parts.flatMap(({ id, isFixed }) => (isFixed ? [id] : [])));
  const drawn = (id: string | null) => (id === null ? boundary?.geometry : before.get(id)) ?? null;
  const isSettled = (defect: DefectGround): boolean => {
    const { kind, atBoundary, polygon, zoneIds, besideIds } = defect;
    if (zoneIds.some((id) => spared.has(id))) return false;
    // The outline and exceptions stay where they are, and so does what is made from a line or a
    // position: nothing is nearer to them than this.
    const isHeld =
      atBoundary || kind === 'outside' || [...zoneIds, ...besideIds].some((id) => made.has(id));
    if (isHeld && isRoundedLine(polygon, step)) return false;
    const face = { ...defect, ...measuresOf(defect, planar), atException: false };
    return isNoise(face, planar, drawn, (id) => made.has(id));
  };
  const answer = regroundCoverage({
    boundary,
    zones: parts,
    exceptions: exceptions.map(({ id, geometry }) => ({ id, geometry, isFixed: true })),
    planar,
    decisions,
    newId: null,
    mendIds,
    settles: settles ? isSettled : null,
  });
  for (const [id, ground] of answer.grounds) {
    const was = before.get(id);
    // Rings that only go there and back never had any ground: they stay for somebody to redraw.
    if (ground === null && was && areaM2(was, planar) < noGroundM2) continue;
    grounds.set(id, ground as Area | null);
  }
  const byDecision = new Map<number, GroundMove[]>();
  for (const move of answer.moves) {
    if (move.decision === null) continue;
    const list = byDecision.get(move.decision);
    if (list) list.push(move);
    else byDecision.set(move.decision, [move]);
  }
  for (const [number, moves] of [...byDecision].sort(([a], [b]) => a - b)) {
    const finding = decided[number];
    if (!finding) continue;
    changes.push({ kind: 'ground', finding, moves });
    for (const { from, to } of moves) {
      const [keptId = ''] = to;
      const gone = from.filter((id) => {
        return grounds.get(id) === null && isTwin(before.get(id), before.get(keptId), planar);
      });
      if (gone.length > 0) changes.push({ kind: 'removed', finding, zoneIds: gone, keptId });
    }
  }
  return { grounds, changes, noise: answer.moves.filter(({ decision }) => decision === null) };
}

/** Zones that a pass leaves without ground though they were no duplicates. */
export function vanished({ grounds, changes }: Pass): string[] {
  const removed = new Set(changes.flatMap((c) => (c.kind === 'removed' ? c.zoneIds : [])));
  return [...grounds].flatMap(([id, ground]) => (ground || removed.has(id) ? [] : [id]));
}
