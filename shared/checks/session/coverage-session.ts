import { isInForce } from '#shared/model/in-force.ts';
import { checkCoverage } from '#shared/checks/check-coverage.ts';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import { coverageCheckReport } from '#shared/checks/check-report.ts';
import type { CoverageReport } from '#shared/checks/coverage-report.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { fixSides } from '#shared/checks/fixes/fix-sides.ts';
import { joinedReport } from '#shared/checks/horizontal/class-report.ts';
import { classScope } from '#shared/checks/horizontal/class-scope.ts';
import { coverageClasses } from '#shared/checks/horizontal/coverage-classes.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { soundAreas } from '#shared/checks/horizontal/sound-areas.ts';
import { type CheckContext, Pace } from '#shared/checks/pace.ts';
import type { Zone } from '#shared/model/zone.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { ClassSession } from './class-session.ts';
import {
  applyChange,
  type CoverageChange,
  changeSize,
  keepInput,
  type KeptInput,
  toInput,
} from './coverage-change.ts';
import { SoundParties } from './sound-parties.ts';
import { WholeCheckNeeded } from './whole-check-needed.ts';

/** A larger share of all zones changed at once is quicker looked at as a whole. */
const largeShare = 0.05;
const fewChanges = 32;

interface Class {
  session: ClassSession;
  /** Zones without issue classes answer for all; else those named here. */
  answers: (zone: Zone) => boolean;
}

/**
 * The proof of 横到边 for a coverage that is being edited. It is loaded once; then each change costs
 * about what it touches, and the report is the one that {@link runCoverageCheck} gives for everything
 * as it is now. Where only a check of everything can tell (no boundary, a layer that lies off as a
 * whole, very many changes at once), that is made.
 */
export class CoverageSession {
  private kept: KeptInput;
  private sound: SoundParties | null = null;
  private classes: Class[] = [];
  private boundary: Ground | null = null;

  constructor(input: CoverageCheckInput) {
    this.kept = keepInput(input);
  }

  /** Bytes of the arrays of the index, 0 when there is none. */
  get bytes(): number {
    return this.classes.reduce((sum, { session }) => sum + session.bytes, 0);
  }

  /** The report of everything as it is, with the index built. @throws the signal's reason */
  async load(context: CheckContext): Promise<CheckReport> {
    const started = performance.now();
    this.sound = null;
    this.classes = [];
    try {
      await this.build(toInput(this.kept), context);
      return this.finished(this.report(), started);
    } catch (error) {
      if (!(error instanceof WholeCheckNeeded)) throw error;
      return this.wholeCheck(started, context);
    }
  }

  /** Takes up a change; the report of everything as it is now. @throws the signal's reason */
  async update(change: CoverageChange, context: CheckContext): Promise<CheckReport> {
    const started = performance.now();
    const before = { zones: new Map<string, Zone | undefined>() };
    for (const id of changedIds(change.zones)) before.zones.set(id, this.kept.zones.get(id));
    applyChange(this.kept, change);
    const { sound } = this;
    if (!sound || change.rest || this.isLarge(change) || this.isOtherwiseDivided(before.zones)) {
      return this.load(context);
    }
    try {
      this.takeUp(sound, change, before.zones);
    } catch (error) {
      // What has been taken up halfway must not be trusted.
      this.sound = null;
      if (!(error instanceof WholeCheckNeeded || error instanceof TooWideError)) throw error;
      return this.load(context);
    }
    try {
      return this.finished(this.report(), started);
    } catch (error) {
      if (!(error instanceof WholeCheckNeeded)) throw error;
      return this.wholeCheck(started, context);
    }
  }

  private async wholeCheck(started: number, context: CheckContext): Promise<CheckReport> {
    return this.finished(await checkCoverage(toInput(this.kept), context), started);
  }

  private finished(report: CoverageReport, started: number): CheckReport {
    const { zones, points, rest } = this.kept;
    const counts = { zones: zones.size, points: points.size };
    return coverageCheckReport(report, rest.planar, counts, started);
  }

  private async build(input: CoverageCheckInput, context: CheckContext): Promise<void> {
    const pace = new Pace(context);
    const areas = await soundAreas(input, pace.part(0, 0.3));
    const { boundary } = areas;
    if (!boundary || areas.zones.length === 0) throw new WholeCheckNeeded();
    const sound = new SoundParties(areas, input);
    const groups = coverageClasses(
      areas.zones.map(({ zone }) => zone),
      input.issueClasses.map(({ key }) => key),
    );
    const sides = fixSides((id) => this.kept.zones.get(id), input.planar);
    for (const [i, { categories, zones }] of groups.entries()) {
      await pace.part(0.3, 1).step(i, groups.length);
      const session = new ClassSession(
        {
          boundary,
          zones: zones.flatMap(({ id }) => sound.zones.get(id) ?? []),
          exceptions: [...sound.exceptions.values()],
          points: input.points,
          packed: zones.length === areas.zones.length ? areas.packed : null,
        },
        {
          categories,
          nameOf: (id) => this.kept.zones.get(id)?.name ?? id,
          scope: classScope(categories, input.issueClasses),
          toleranceM: input.toleranceM,
          planar: input.planar,
          sides,
        },
      );
      const named = new Set(categories);
      const answers = (zone: Zone) =>
        zone.categories.length === 0 || zone.categories.some((category) => named.has(category));
      this.classes.push({ session, answers });
    }
    this.boundary = boundary;
    this.sound = sound;
  }

  private report(): CoverageReport {
    const { sound } = this;
    if (!sound || sound.zones.size === 0) throw new WholeCheckNeeded();
    const nameOf = (id: string) => this.kept.zones.get(id)?.name ?? id;
    const reports = this.classes.map(({ session }) => session.report(sound));
    return {
      nothing: null,
      ...joinedReport(sound.findings(), sound.duplicateDrafts(nameOf), reports, this.boundary),
      notes: sound.notes(),
    };
  }

  private takeUp(
    sound: SoundParties,
    change: CoverageChange,
    before: ReadonlyMap<string, Zone | undefined>,
  ): void {
    const { kept } = this;
    const changed = new Map([...before.keys()].map((id) => [id, kept.zones.get(id) ?? null]));
    const takesPart = (id: string) => sound.zones.has(id) && !sound.extra.has(id);
    const tookPart = new Map([...changed.keys(), ...sound.extra].map((id) => [id, takesPart(id)]));
    const again = new Set(change.zones?.put.map(({ id }) => id));
    const moved = new Set(change.zones?.removed.filter((id) => again.has(id)));
    const touched = sound.updateZones(changed, moved);
    for (const id of touched) {
      // A zone for some classes only that joins or leaves may divide the classes otherwise.
      const isLimited = (kept.zones.get(id)?.categories.length ?? 0) > 0;
      if (isLimited && tookPart.get(id) !== takesPart(id)) throw new WholeCheckNeeded();
    }
    const exceptions = new Map(
      changedIds(change.exceptions).map((id) => {
        const exception = kept.exceptions.get(id);
        return [id, exception && isInForce(exception, kept.rest.on) ? exception : null];
      }),
    );
    sound.updateExceptions(exceptions);
    const points = new Map(
      changedIds(change.points).map((id) => [id, kept.points.get(id) ?? null]),
    );
    const renamed = [...before].some(([id, zone]) => {
      // What comes or goes is told of in its own findings only, and these are made anew anyway.
      const now = kept.zones.get(id);
      return zone && now && zone.name !== now.name;
    });
    for (const { session, answers } of this.classes) {
      const zones = new Map(
        [...touched].map((id) => {
          const entry = sound.zones.get(id);
          return [id, entry && !sound.extra.has(id) && answers(entry.zone) ? entry : null];
        }),
      );
      const there = [...exceptions.keys()].map(
        (id) => [id, sound.exceptions.get(id) ?? null] as const,
      );
      session.update({ zones, exceptions: new Map(there), points });
      if (renamed) session.forgetNames();
    }
    if (renamed) sound.forgetNames();
  }

  private isLarge(change: CoverageChange): boolean {
    return changeSize(change) > Math.max(fewChanges, this.kept.zones.size * largeShare);
  }

  /** Whether the change may divide the issue classes otherwise. */
  private isOtherwiseDivided(before: ReadonlyMap<string, Zone | undefined>): boolean {
    return [...before].some(([id, zone]) => {
      const now = this.kept.zones.get(id);
      const [from, to] = [zone?.categories ?? [], now?.categories ?? []];
      if (from.length + to.length === 0) return false;
      return !zone || !now || from.join('\n') !== to.join('\n');
    });
  }
}

function changedIds(
  change: { put: readonly { id: string }[]; removed: readonly string[] } | undefined,
): string[] {
  return [...(change?.removed ?? []), ...(change?.put.map(({ id }) => id) ?? [])];
}
