import type { CoverageCheckInput } from './check-input.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { DraftFinding } from './finding.ts';
import { classReport, joinedReport, middleOf } from './horizontal/class-report.ts';
import { classScope } from './horizontal/class-scope.ts';
import { type CoverageClass, coverageClasses } from './horizontal/coverage-classes.ts';
import { coverageFaces } from './horizontal/coverage-engine.ts';
import { defectsOf } from './horizontal/defect.ts';
import { duplicateFinding } from './horizontal/duplicate.ts';
import { PointCoverage } from './horizontal/point-coverage.ts';
import { findingsAtPoint } from './horizontal/point-findings.ts';
import { resolvePrecedence } from './horizontal/resolve-precedence.ts';
import { type SoundAreas, soundAreas } from './horizontal/sound-areas.ts';
import { precedence } from './horizontal/zone-ground.ts';
import { type CheckContext, Pace } from './pace.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';

async function checkClass(
  input: CoverageCheckInput,
  sound: SoundAreas,
  { categories, zones }: CoverageClass,
  pace: Pace,
): Promise<Omit<CoverageReport, 'nothing'>> {
  const { planar } = input;
  const scope = classScope(categories, input.issueClasses);
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const ranked = sound.zones
    .filter(({ id }) => names.has(id))
    .map(({ id, geometry, zone }) => ({ id, geometry, rank: precedence[zone.shape] }));
  const level = await resolvePrecedence(ranked, pace.part(0, 0.1));

  const { boundary, exceptions } = sound;
  // As long as all zones take part on one level, the coverage is the one that was looked at before.
  const same = ranked.length === sound.zones.length && ranked.every(({ rank }) => rank === 0);
  const faces = await coverageFaces(
    { boundary, zones: level, exceptions, planar },
    same ? sound.packed : null,
    pace.part(0.1, 0.75),
  );
  const defects = await defectsOf(faces, planar, pace.part(0.75, 0.9));
  const visit = pace.part(0.9, 1);
  const coverage =
    input.points.length > 0
      ? new PointCoverage(packCoverage({ boundary: null, zones: level, exceptions, planar }))
      : null;
  const pointFindings: DraftFinding[] = [];
  for (const [done, point] of input.points.entries()) {
    if (!coverage) break;
    await visit.step(done, input.points.length);
    pointFindings.push(...findingsAtPoint(point, coverage, nameOf, scope));
  }
  const { areas, coveredM2, offset } = faces;
  const report = classReport(
    { middle: middleOf(boundary), areas, coveredM2, offset, defects },
    { nameOf, scope, toleranceM: input.toleranceM, planar },
  );
  return { ...report, findings: [...report.findings, ...pointFindings] };
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
    return { nothing: 'no-zones', areas: null, coveredM2: 0, findings: sound.findings };
  }
  const allNames = new Map(input.zones.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => allNames.get(id) ?? id;
  const findings = [
    ...sound.findings,
    ...sound.duplicates.map((group) => duplicateFinding(group, nameOf, input.planar)),
  ];
  const classes = coverageClasses(
    sound.zones.map(({ zone }) => zone),
    input.issueClasses.map(({ key }) => key),
  );
  const reports: Omit<CoverageReport, 'nothing'>[] = [];
  const main = pace.part(0.1, 1);
  for (const [i, group] of classes.entries()) {
    const part = main.part(i / classes.length, (i + 1) / classes.length);
    reports.push(await checkClass(input, sound, group, part));
  }
  return {
    nothing: sound.boundary ? null : 'no-boundary',
    ...joinedReport(findings, reports),
  };
}
