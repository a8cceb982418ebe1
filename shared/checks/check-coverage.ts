import { partyArea } from '#shared/topology/coverage-rings.ts';
import type { CoverageCheckInput } from './check-input.ts';
import type { ClassReport, CoverageReport } from './coverage-report.ts';
import type { DraftFinding } from './finding.ts';
import { fixSides } from './fixes/fix-sides.ts';
import { classReport, joinedReport, middleOf } from './horizontal/class-report.ts';
import { classScope } from './horizontal/class-scope.ts';
import { type CoverageClass, coverageClasses } from './horizontal/coverage-classes.ts';
import { coverageFaces, orderCoverage } from './horizontal/coverage-engine.ts';
import { defectsOf } from './horizontal/defect.ts';
import { duplicateFinding } from './horizontal/duplicate.ts';
import { PointCoverage } from './horizontal/point-coverage.ts';
import { findingsAtPoint } from './horizontal/point-findings.ts';
import { type SoundAreas, soundAreas } from './horizontal/sound-areas.ts';
import { strayFindings } from './horizontal/stray.ts';
import { withTwins } from './horizontal/twins.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type CheckContext, Pace } from './pace.ts';

/** Finds zones as they were given by their ids. */
class GivenZones {
  private readonly all: readonly Zone[];
  private readonly known = new Map<string, Zone>();
  private isWhole = false;

  constructor(all: readonly Zone[]) {
    this.all = all;
  }

  /** A zone that findings will ask for: the index of all, which takes its time, may not be needed. */
  know(zone: Zone): void {
    this.known.set(zone.id, zone);
  }

  find(id: string): Zone | undefined {
    const known = this.known.get(id);
    if (known !== undefined || this.isWhole) return known;
    for (let i = 0; i < this.all.length; i++) this.known.set(this.all[i]!.id, this.all[i]!);
    this.isWhole = true;
    return this.known.get(id);
  }
}

async function checkClass(
  input: CoverageCheckInput,
  sound: SoundAreas,
  { categories, zones }: CoverageClass,
  given: GivenZones,
  pace: Pace,
): Promise<ClassReport> {
  const { planar } = input;
  const scope = classScope(categories, input.issueClasses);
  const find = (id: string) => given.find(id);
  const nameOf = (id: string) => find(id)?.name ?? id;
  const sides = fixSides(find, planar);
  const { boundary, exceptions } = sound;
  const all = zones.length === sound.zones.length;
  const ids = all ? null : new Set(zones.map(({ id }) => id));
  const answering = ids ? sound.zones.filter(({ id }) => ids.has(id)) : sound.zones;
  // As long as all zones take part, the coverage is the one that was looked at before.
  const ordered = await orderCoverage(
    { boundary, zones: answering, exceptions, planar },
    all ? sound.packed : null,
    pace.part(0, 0.4),
  );
  const faces = coverageFaces(ordered);
  const { rings } = ordered.coverage;
  for (const number of faces.numbers.values()) given.know(answering[number]!.zone);
  const zoneOf = (id: string) => {
    const number = faces.numbers.get(id) ?? -1;
    const zone = answering[number];
    return zone ? { zone, areaM2: partyArea(rings, number) } : null;
  };
  const defects = await defectsOf(faces, planar, pace.part(0.4, 0.9));
  const twinned = defects.map((defect) => withTwins(defect, sound.duplicates));
  const visit = pace.part(0.9, 1);
  const coverage = input.points.length > 0 ? new PointCoverage(ordered.coverage) : null;
  const atPoints: DraftFinding[] = [];
  for (const [done, point] of input.points.entries()) {
    if (!coverage) break;
    await visit.step(done, input.points.length);
    atPoints.push(...findingsAtPoint(point, coverage, nameOf, scope));
  }
  const { areas, coveredM2, offset } = faces;
  const middle = middleOf(boundary);
  const ground = { boundary, middle, areas, coveredM2, offset, defects: twinned };
  return classReport(ground, atPoints, {
    categories,
    nameOf,
    scope,
    toleranceM: input.toleranceM,
    planar,
    sides,
    zoneOf,
  });
}

/**
 * Proves 横到边: every place of the boundary lies in exactly one zone or on excepted ground, for
 * every issue class. Of several classes the areas are those of the one with the most gap.
 * @throws the signal's reason when cancelled; Error when the clipping fails
 */
export async function checkCoverage(
  input: CoverageCheckInput,
  context: CheckContext,
): Promise<CoverageReport> {
  const pace = new Pace(context);
  const sound = await soundAreas(input, pace.part(0, 0.1));
  if (sound.zones.length === 0) {
    return { nothing: 'no-zones', areas: null, coveredM2: 0, findings: sound.findings, notes: [] };
  }
  const given = new GivenZones(input.zones);
  for (const group of sound.duplicates) for (const { zone } of group) given.know(zone);
  const nameOf = (id: string) => given.find(id)?.name ?? id;
  const twice = sound.duplicates.map((group) => duplicateFinding(group, nameOf, input.planar));
  const taking: Zone[] = [];
  for (let i = 0; i < sound.zones.length; i++) taking.push(sound.zones[i]!.zone);
  const classes = coverageClasses(
    taking,
    input.issueClasses.map(({ key }) => key),
  );
  const reports: ClassReport[] = [];
  const main = pace.part(0.1, 1);
  for (const [i, group] of classes.entries()) {
    const part = main.part(i / classes.length, (i + 1) / classes.length);
    reports.push(await checkClass(input, sound, group, given, part));
  }
  return {
    nothing: sound.boundary ? null : 'no-boundary',
    ...joinedReport(sound.findings, twice, reports, sound.boundary),
    notes: strayFindings(sound),
  };
}
