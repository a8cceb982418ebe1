import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { isNoise, measuresOf } from '#shared/checks/horizontal/defect.ts';
import { isRoundedLine } from '#shared/checks/horizontal/rounded-line.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type Mend, type MendLimits, proposeMends } from '#shared/model/propose-mends.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import { choiceOfFix } from '#shared/topology/repair/choice-of-fix.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';
import { regroundCoverage } from '#shared/topology/repair/reground-coverage.ts';
import type {
  DefectGround,
  GroundMove,
  RepairPart,
} from '#shared/topology/repair/repair-question.ts';

/** Zones with an outline, in degrees or metres, and what may be mended without asking. */
export interface LayerRepairInput extends MendLimits {
  boundary: CoverageCheckInput['boundary'];
  zones: readonly Zone[];
  planar: boolean;
}

/** One thing that was done. */
export type LayerChange =
  /** A finding whose ground changed hands; moves with the same givers and takers are one. */
  | { kind: 'ground'; finding: Finding; moves: GroundMove[] }
  | { kind: 'rings'; finding: Finding }
  /** Zones with the same ground as another one, which were taken out. */
  | { kind: 'removed'; finding: Finding; zoneIds: string[]; keptId: string };

export interface LayerRepair {
  /** Ground of every zone that is drawn as polygons; null for those taken out. */
  grounds: Map<string, Area | null>;
  changes: LayerChange[];
  /** Slivers that come from the grid alone: how many, and their ground in m². */
  noise: { count: number; areaM2: number };
  /** What the check says of the layer as it was and as it is now. */
  before: CheckReport;
  after: CheckReport;
  /** Zones that keep ground which is not theirs, because they would have none left. */
  sparedIds: string[];
}

/** A repair that would leave more to mend than there was. */
export class WorseError extends Error {}

const mostPasses = 10;
/** Ground of rings that enclose nothing, as doubles see it. */
const noGroundM2 = 1e-6;
/** How often a pass is given up because it would leave a zone without ground. */
const mostHolds = 100;

/** Whether the ground of a zone is its own polygon and not made from a line or a position. */
function isDrawn({ geometry }: Zone): boolean {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Defective ground in m² and rings that are invalid. */
function badness({ findings }: CheckReport): { areaM2: number; invalid: number } {
  const invalid = findings.filter(({ rule }) => rule === 'invalid').length;
  return { areaM2: findings.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0), invalid };
}

function assertNoWorse(before: CheckReport, after: CheckReport): void {
  const [was, is] = [badness(before), badness(after)];
  // Rings that were mended may enclose more than the check took them for.
  const bearable = was.invalid > 0 ? 1 + was.areaM2 / 2 : 0.01;
  if (is.areaM2 > was.areaM2 + bearable || is.invalid > was.invalid) {
    throw new WorseError(`${was.areaM2} m² → ${is.areaM2} m²`);
  }
}

/** What must not be done, because a zone would be left without ground. */
interface Held {
  /** Zones that must not lose any more ground. */
  spared: Set<string>;
  /** Findings that stay as they are, since no choice spares all zones. */
  findings: Set<string>;
}

/** The fix to take where some zones must not lose any more ground; null when none is left. */
function sparing(mend: Mend<Finding>, { spared, findings }: Held): Fix | null {
  const { target, fix } = mend;
  if (findings.has(target.id)) return null;
  const held = target.recordIds.find((id) => spared.has(id));
  if (held === undefined || fix.kind === 'give-ground') return fix;
  if (fix.kind !== 'keep-ground') return null;
  return (
    target.fixes.find((other) => other.kind === 'keep-ground' && other.zoneId === held) ?? null
  );
}

/** Holds back what left zones without ground; a second time, all findings that it came from. */
function hold(held: Held, { changes }: Pass, lost: readonly string[]): void {
  for (const id of lost) {
    if (!held.spared.has(id)) {
      held.spared.add(id);
      continue;
    }
    for (const change of changes) {
      const isCause =
        change.kind === 'ground'
          ? change.moves.some(({ from, to }) => from.includes(id) && !to.includes(id))
          : change.finding.recordIds.includes(id);
      if (isCause) held.findings.add(change.finding.id);
    }
  }
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

interface Pass {
  grounds: Map<string, Area | null>;
  changes: LayerChange[];
  noise: GroundMove[];
}

/** Carries out one list of mends on the zones that are left. */
function passOver(
  input: LayerRepairInput,
  zones: readonly Zone[],
  mends: readonly Mend<Finding>[],
  spared: ReadonlySet<string>,
): Pass {
  const { planar, boundary } = input;
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
  const drawn = (id: string | null) => (id === null ? boundary?.geometry : before.get(id)) ?? null;
  const settles = (defect: DefectGround): boolean => {
    const { kind, atBoundary, polygon, zoneIds } = defect;
    if (zoneIds.some((id) => spared.has(id))) return false;
    // The outline stays where it is: nothing is nearer to it than this.
    if ((atBoundary || kind === 'outside') && isRoundedLine(polygon, step)) return false;
    return isNoise({ ...defect, ...measuresOf(defect, planar) }, planar, drawn);
  };
  const answer = regroundCoverage({
    boundary,
    zones: parts,
    exceptions: [],
    planar,
    decisions,
    newId: null,
    mendIds,
    settles,
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
function vanished({ grounds, changes }: Pass): string[] {
  const removed = new Set(changes.flatMap((c) => (c.kind === 'removed' ? c.zoneIds : [])));
  return [...grounds].flatMap(([id, ground]) => (ground || removed.has(id) ? [] : [id]));
}

/**
 * Mends a layer of zones headless: invalid rings, mismatched stretches no wider than `maxWidthM`,
 * gaps, overlaps, duplicates and ground outside no larger than `maxAreaM2` each, and all noise of
 * the grid. Checks, mends what {@link proposeMends} says and checks again until nothing is left that
 * may be mended. The outline is never changed. No zone loses its last ground.
 * @throws WorseError when there would be more to mend than before; TooWideError
 */
export async function repairLayer(
  input: LayerRepairInput,
  context: CheckContext,
): Promise<LayerRepair> {
  const { boundary, planar } = input;
  const check = (zones: readonly Zone[], toleranceM: number) =>
    runCoverageCheck(
      {
        boundary,
        zones,
        points: [],
        exceptions: [],
        issueClasses: [],
        on: '2000-01-01',
        planar,
        toleranceM,
      },
      context,
    );
  // Slivers as wide as is to be mended count as mismatched borders, not as ground in dispute.
  const toleranceM = Math.max(defaultToleranceM, input.maxWidthM);
  const isUsual = toleranceM === defaultToleranceM;
  const before = await check(input.zones, defaultToleranceM);
  const grounds = new Map<string, Area | null>(
    input.zones.filter(isDrawn).map(({ id, geometry }) => [id, geometry as Area]),
  );
  const changes: LayerChange[] = [];
  const noise = { count: 0, areaM2: 0 };
  const held: Held = { spared: new Set(), findings: new Set() };
  let zones = [...input.zones];
  let report = isUsual ? before : await check(zones, toleranceM);
  let holds = 0;
  for (let pass = 0; pass < mostPasses && holds < mostHolds; pass++) {
    const zoneIds = new Set(zones.map(({ id }) => id));
    const mends = proposeMends(report.findings, input).flatMap((mend): Mend<Finding>[] => {
      const fix = sparing(mend, held);
      // What is wrong with the outline itself is not ours to mend.
      if (fix?.kind === 'mend-rings' && !zoneIds.has(fix.recordId)) return [];
      return fix ? [{ ...mend, fix }] : [];
    });
    const done = passOver(input, zones, mends, held.spared);
    const lost = vanished(done);
    if (lost.length > 0) {
      hold(held, done, lost);
      holds++;
      pass--;
      continue;
    }
    if (done.grounds.size === 0) break;
    zones = zones.flatMap((zone): Zone[] => {
      if (!done.grounds.has(zone.id)) return [zone];
      const ground = done.grounds.get(zone.id) ?? null;
      grounds.set(zone.id, ground);
      return ground ? [{ ...zone, geometry: ground } as Zone] : [];
    });
    changes.push(...done.changes);
    noise.count += done.noise.length;
    noise.areaM2 += done.noise.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    report = await check(zones, toleranceM);
  }
  const after = isUsual ? report : await check(zones, defaultToleranceM);
  assertNoWorse(before, after);
  return { grounds, changes, noise, before, after, sparedIds: [...held.spared] };
}
