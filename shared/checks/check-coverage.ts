import { type CoverageRings, partyArea } from '#shared/topology/coverage-rings.ts';
import type { CoverageCheckInput } from './check-input.ts';
import type { ClassReport, CoverageReport } from './coverage-report.ts';
import type { DraftFinding } from './finding.ts';
import { fixSides } from './fixes/fix-sides.ts';
import { classReport, type ClassTerms, joinedReport, middleOf } from './horizontal/class-report.ts';
import { classScope } from './horizontal/class-scope.ts';
import { type CoverageClass, coverageClasses } from './horizontal/coverage-classes.ts';
import { coverageFaces, orderCoverage } from './horizontal/coverage-engine.ts';
import { defectsOf } from './horizontal/defect.ts';
import { duplicateFinding } from './horizontal/duplicate.ts';
import { PointCoverage } from './horizontal/point-coverage.ts';
import { findingsAtPoint } from './horizontal/point-findings.ts';
import { type SoundAreas, soundAreas, type SoundZone } from './horizontal/sound-areas.ts';
import { strayFindings } from './horizontal/stray.ts';
import { withTwins } from './horizontal/twins.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type CheckContext, Pace } from './pace.ts';

/** Answers zones as they were given by their ids; made when the first finding asks for one. */
function givenZones(zones: readonly Zone[]): (id: string) => Zone | undefined {
  let byId: Map<string, Zone> | null = null;
  return (id) => {
    if (!byId) {
      byId = new Map();
      for (const zone of zones) byId.set(zone.id, zone);
    }
    return byId.get(id);
  };
}

/** Answers zones by their ids, with their ground; made when the first is asked for. */
function zonesOf(zones: readonly SoundZone[], rings: CoverageRings): ClassTerms['zoneOf'] {
  let parties: Map<string, number> | null = null;
  return (id) => {
    if (!parties) {
      parties = new Map();
      for (let party = 0; party < zones.length; party++) parties.set(zones[party]!.id, party);
    }
    const party = parties.get(id);
    const zone = party === undefined ? undefined : zones[party];
    return zone && party !== undefined ? { zone, areaM2: partyArea(rings, party) } : null;
  };
}

async function checkClass(
  input: CoverageCheckInput,
  sound: SoundAreas,
  { categories, zones }: CoverageClass,
  given: (id: string) => Zone | undefined,
  pace: Pace,
): Promise<ClassReport> {
  const { planar } = input;
  const scope = classScope(categories, input.issueClasses);
  const nameOf = (id: string) => given(id)?.name ?? id;
  const sides = fixSides(given, planar);
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
    zoneOf: zonesOf(answering, ordered.coverage.rings),
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
  const given = givenZones(input.zones);
  const nameOf = (id: string) => given(id)?.name ?? id;
  const twice = sound.duplicates.map((group) => duplicateFinding(group, nameOf, input.planar));
  const classes = coverageClasses(
    sound.zones.map(({ zone }) => zone),
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
