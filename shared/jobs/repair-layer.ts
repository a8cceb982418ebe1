import { type CoverageCheckInput, defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import { coverageClasses } from '#shared/checks/horizontal/coverage-classes.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import { isInForce } from '#shared/model/in-force.ts';
import { type Mend, type MendLimits, proposeMends } from '#shared/model/propose-mends.ts';
import type { Zone } from '#shared/model/zone.ts';
import { classFix, isCommon } from './repair/class-mends.ts';
import { type Held, hold, sparing } from './repair/held.ts';
import {
  isDrawn,
  type LayerChange,
  type LayerFrame,
  type Pass,
  passOver,
  vanished,
} from './repair/pass-over.ts';

export type { LayerChange };

/** Zones with what stays around them, and what may be mended without asking. */
export interface LayerRepairInput extends MendLimits {
  boundary: CoverageCheckInput['boundary'];
  zones: readonly Zone[];
  exceptions: readonly Exception[];
  /** Day on which exceptions have to be in force, `YYYY-MM-DD`. */
  on: string;
  planar: boolean;
}

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
/** How often a pass is given up because it would leave a zone without ground. */
const mostHolds = 100;
/** Passes over layers with issue classes, where one class is mended at a time. */
const mostClassPasses = 200;

/** Defective ground in m² and rings that are invalid. */
function badness({ findings }: CheckReport): { areaM2: number; invalid: number } {
  const invalid = findings.filter(({ rule }) => rule === 'invalid').length;
  return { areaM2: findings.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0), invalid };
}

function isWorse(before: CheckReport, after: CheckReport): boolean {
  const [was, is] = [badness(before), badness(after)];
  // Rings that were mended may enclose more than the check took them for.
  const bearable = was.invalid > 0 ? 1 + was.areaM2 / 2 : 0.01;
  return is.areaM2 > was.areaM2 + bearable || is.invalid > was.invalid;
}

/** One repair as it goes on from pass to pass. */
class Repair {
  readonly grounds: Map<string, Area | null>;
  readonly changes: LayerChange[] = [];
  readonly noise = { count: 0, areaM2: 0 };
  readonly held: Held = { spared: new Set(), findings: new Set() };
  zones: Zone[];
  private readonly frame: LayerFrame;
  private readonly limits: MendLimits;
  private holds = 0;

  constructor(input: LayerRepairInput) {
    this.zones = [...input.zones];
    this.grounds = new Map(
      this.zones.filter(isDrawn).map(({ id, geometry }) => [id, geometry as Area]),
    );
    const { boundary, planar, on, maxAreaM2, maxWidthM } = input;
    const exceptions = input.exceptions.filter((exception) => isInForce(exception, on));
    this.frame = { boundary, exceptions, planar };
    this.limits = { maxAreaM2, maxWidthM };
  }

  /** What may be mended of a report. */
  mends({ findings }: CheckReport): Mend<Finding>[] {
    const zoneOf = new Map(this.zones.map((zone) => [zone.id, zone]));
    return proposeMends(findings, this.limits).flatMap((mend): Mend<Finding>[] => {
      const fix = sparing({ ...mend, fix: classFix(mend, zoneOf) }, this.held);
      // What is wrong with the outline or an exception itself is not ours to mend.
      if (fix?.kind === 'mend-rings' && !zoneOf.has(fix.recordId)) return [];
      return fix ? [{ ...mend, fix }] : [];
    });
  }

  /** A pass that leaves no zone without ground; null when this time it would have. */
  tryPass(zones: readonly Zone[], mends: readonly Mend<Finding>[], settles: boolean): Pass | null {
    const pass = passOver(this.frame, zones, mends, { spared: this.held.spared, settles });
    const lost = vanished(pass);
    if (lost.length === 0 || this.holds === mostHolds) return lost.length === 0 ? pass : null;
    hold(this.held, pass, lost);
    this.holds++;
    return null;
  }

  get isStuck(): boolean {
    return this.holds >= mostHolds;
  }

  /** The zones as they are after a pass. */
  zonesAfter({ grounds }: Pass): Zone[] {
    return this.zones.flatMap((zone): Zone[] => {
      if (!grounds.has(zone.id)) return [zone];
      const ground = grounds.get(zone.id) ?? null;
      return ground ? [{ ...zone, geometry: ground } as Zone] : [];
    });
  }

  take(pass: Pass): void {
    this.zones = this.zonesAfter(pass);
    for (const [id, ground] of pass.grounds) this.grounds.set(id, ground);
    this.changes.push(...pass.changes);
    this.noise.count += pass.noise.length;
    this.noise.areaM2 += pass.noise.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  }
}

type Check = (zones: readonly Zone[]) => Promise<CheckReport>;

/** Mends all zones together, pass after pass. */
async function mendTogether(repair: Repair, first: CheckReport, check: Check) {
  let report = first;
  for (let pass = 0; pass < mostPasses && !repair.isStuck; pass++) {
    const done = repair.tryPass(repair.zones, repair.mends(report), true);
    if (!done) {
      pass--;
      continue;
    }
    if (done.grounds.size === 0) break;
    repair.take(done);
    report = await check(repair.zones);
  }
  return report;
}

/**
 * Mends zones that answer for different issue classes, one group of classes at a time: they may lie
 * over each other, and what mends one class may harm another. What would is not done.
 */
async function mendByClass(repair: Repair, first: CheckReport, check: Check) {
  let report = first;
  const settled = new Set<string>();
  for (let pass = 0; pass < mostClassPasses && !repair.isStuck; pass++) {
    const mends = repair.mends(report);
    const common = mends.filter(isCommon);
    const next = common.length > 0 ? common : mends;
    const groups = coverageClasses(repair.zones, []);
    const key = next[0]?.target.issueClasses?.join('\n');
    const group =
      common.length > 0
        ? null
        : (groups.find(({ categories }) => categories?.join('\n') === key) ??
          groups.find(({ categories }) => !settled.has(categories?.join('\n') ?? '')));
    if (group === undefined) break;
    const name = group?.categories?.join('\n') ?? '';
    const own = group
      ? next.filter(({ target }) => target.issueClasses?.join('\n') === name)
      : next;
    if (group) settled.add(name);
    const done = repair.tryPass(group?.zones ?? repair.zones, own, group !== null);
    if (!done) continue;
    if (done.grounds.size === 0) {
      // Nothing to be done about them, whatever they say.
      for (const { target } of own) repair.held.findings.add(target.id);
      continue;
    }
    const after = await check(repair.zonesAfter(done));
    if (isWorse(report, after)) {
      // One by one, for most of them may do no harm.
      const [only] = own;
      const single =
        only && own.length > 1 ? repair.tryPass(group?.zones ?? repair.zones, [only], false) : null;
      const then = single && (await check(repair.zonesAfter(single)));
      if (single && then && !isWorse(report, then)) {
        repair.take(single);
        report = then;
      } else if (only) repair.held.findings.add(only.target.id);
      continue;
    }
    repair.take(done);
    report = after;
  }
  return report;
}

/**
 * Mends a layer of zones headless: invalid rings, mismatched stretches no wider than `maxWidthM`,
 * gaps, overlaps, duplicates and ground outside no larger than `maxAreaM2` each, and all noise of
 * the grid. Checks, mends what {@link proposeMends} says and checks again until nothing is left that
 * may be mended. The outline and exceptions are never changed. No zone loses its last ground.
 * @throws WorseError when there would be more to mend than before; TooWideError
 */
export async function repairLayer(
  input: LayerRepairInput,
  context: CheckContext,
): Promise<LayerRepair> {
  const { boundary, planar, exceptions, on } = input;
  const check = (zones: readonly Zone[], toleranceM: number) =>
    runCoverageCheck(
      { boundary, zones, points: [], exceptions, issueClasses: [], on, planar, toleranceM },
      context,
    );
  // Slivers as wide as is to be mended count as mismatched borders, not as ground in dispute.
  const toleranceM = Math.max(defaultToleranceM, input.maxWidthM);
  const isUsual = toleranceM === defaultToleranceM;
  const before = await check(input.zones, defaultToleranceM);
  const repair = new Repair(input);
  const first = isUsual ? before : await check(input.zones, toleranceM);
  const isLimited = input.zones.some(({ categories }) => categories.length > 0);
  const mend = isLimited ? mendByClass : mendTogether;
  const report = await mend(repair, first, (zones) => check(zones, toleranceM));
  const after = isUsual ? report : await check(repair.zones, defaultToleranceM);
  if (isWorse(before, after)) {
    throw new WorseError(`${badness(before).areaM2} m² → ${badness(after).areaM2} m²`);
  }
  const { grounds, changes, noise, held } = repair;
  return { grounds, changes, noise, before, after, sparedIds: [...held.spared] };
}
