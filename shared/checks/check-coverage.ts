import { areaBounds } from '#shared/geo/bounds.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { CoverageCheckInput } from './check-input.ts';
import type { AreaBalance, DraftFinding, NothingReason } from './finding.ts';
import { classScope } from './horizontal/class-scope.ts';
import { type CoverageClass, coverageClasses } from './horizontal/coverage-classes.ts';
import { coverageFaces, orderCoverage } from './horizontal/coverage-engine.ts';
import { type Defect, defectsOf, isNoise } from './horizontal/defect.ts';
import { doubleCoveredPoint } from './horizontal/double-covered-point.ts';
import { duplicateFinding } from './horizontal/duplicate.ts';
import { fixSides } from './fixes/fix-sides.ts';
import { gapFinding } from './horizontal/gap.ts';
import { balanceFinding } from './horizontal/invalid.ts';
import { mismatchFinding } from './horizontal/mismatch.ts';
import { mismatchedStretches } from './horizontal/mismatched-stretches.ts';
import { outsideFinding } from './horizontal/outside.ts';
import { overlapFinding } from './horizontal/overlap.ts';
import { PointCoverage } from './horizontal/point-coverage.ts';
import { shiftedLayer } from './horizontal/shifted-layer.ts';
import { type SoundAreas, soundAreas } from './horizontal/sound-areas.ts';
import { strayFindings } from './horizontal/stray.ts';
import { isToldByOverlap, sameGround, withTwins } from './horizontal/twins.ts';
import { uncoveredPoint } from './horizontal/uncovered-point.ts';
import { type CheckContext, Pace } from './pace.ts';
import type { Zone } from '#shared/model/zone.ts';

export interface CoverageReport {
  nothing: NothingReason | null;
  areas: AreaBalance | null;
  /** Ground of the zones that were checked (m²), known without a boundary too. */
  coveredM2: number;
  findings: DraftFinding[];
  /** What is worth a look though no rule forbids it. */
  notes: DraftFinding[];
}

/** Areas of the report when grid noise is no defect: what it takes from the gaps is covered. */
function withoutNoise(areas: AreaBalance, noise: readonly Defect[]): AreaBalance {
  const sum = (kind: Defect['kind']) =>
    noise.reduce((total, d) => total + (d.kind === kind ? d.face.areaM2 : 0), 0);
  return {
    ...areas,
    covered: areas.covered + sum('gap'),
    gap: Math.max(0, areas.gap - sum('gap')),
    overlap: Math.max(0, areas.overlap - sum('overlap')),
    outside: Math.max(0, areas.outside - sum('outside')),
  };
}

/** Answers the numbers of areas by their ids; made when the first is asked for. */
function numbersOf(areas: readonly { id: string }[]): (id: string) => number | undefined {
  let numbers: Map<string, number> | null = null;
  return (id) => {
    if (!numbers) {
      numbers = new Map();
      for (let i = 0; i < areas.length; i++) numbers.set(areas[i]!.id, i);
    }
    return numbers.get(id);
  };
}

function nameIn(zoneOf: (id: string) => Zone | undefined): (id: string) => string {
  return (id) => zoneOf(id)?.name ?? id;
}

async function checkClass(
  input: CoverageCheckInput,
  sound: SoundAreas,
  { categories, zones }: CoverageClass,
  zoneOf: (id: string) => Zone | undefined,
  pace: Pace,
): Promise<Omit<CoverageReport, 'nothing' | 'notes'>> {
  const { planar } = input;
  const scope = classScope(categories, input.issueClasses);
  const nameOf = nameIn(zoneOf);
  const sides = fixSides(zoneOf, planar);
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
  const partyOf = numbersOf(answering);
  const drawnArea = (id: string | null) =>
    id === null ? boundary : (answering[partyOf(id) ?? -1]?.geometry ?? null);
  const byNoise = groupBy(defects, (defect) => isNoise(defect, planar, drawnArea));
  const noise = byNoise.get(true) ?? [];
  const real = (byNoise.get(false) ?? []).map((defect) => withTwins(defect, sound.duplicates));
  const shifted = shiftedLayer(real, faces.offset);
  const { stretches, others } = mismatchedStretches(shifted.others, input.toleranceM, planar);

  const findings = others.map((defect): DraftFinding => {
    if (defect.kind === 'gap') return gapFinding(defect, nameOf, scope, sides);
    if (defect.kind === 'overlap') {
      const same = sameGround(defect, answering, ordered.coverage.rings, partyOf);
      if (same) return duplicateFinding(same, nameOf, planar);
      return overlapFinding(defect, nameOf, scope, sides);
    }
    return outsideFinding(defect, nameOf, sides);
  });
  findings.push(...stretches.map((stretch) => mismatchFinding(stretch, nameOf, sides)));
  if (shifted.finding) findings.unshift(shifted.finding);

  const visit = pace.part(0.9, 1);
  const coverage = input.points.length > 0 ? new PointCoverage(ordered.coverage) : null;
  for (const [done, point] of input.points.entries()) {
    if (!coverage) break;
    await visit.step(done, input.points.length);
    const uncovered = uncoveredPoint(point, coverage, scope);
    const double = doubleCoveredPoint(point, coverage, nameOf, scope);
    if (uncovered) findings.push(uncovered);
    if (double) findings.push(double);
  }
  const { coveredM2 } = faces;
  for (const finding of findings) finding.issueClasses = categories;
  if (!faces.areas || !boundary) return { areas: null, coveredM2, findings };
  const [west, south, east, north] = areaBounds(boundary);
  const failure = balanceFinding(faces.areas, [(west + east) / 2, (south + north) / 2]);
  if (failure) findings.unshift(failure);
  return { areas: withoutNoise(faces.areas, noise), coveredM2, findings };
}

/** A defect that several groups of issue classes share is one finding. */
function withoutRepeats(findings: readonly DraftFinding[]): DraftFinding[] {
  const seen = new Map<string, DraftFinding>();
  for (const finding of findings) {
    const { rule, recordIds, at } = finding;
    const key = JSON.stringify([rule, recordIds, at]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
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
  const numberOf = numbersOf(input.zones);
  const zoneOf = (id: string) => input.zones[numberOf(id) ?? -1];
  const nameOf = nameIn(zoneOf);
  const twice = sound.duplicates.map((group) => duplicateFinding(group, nameOf, input.planar));
  const classes = coverageClasses(
    sound.zones.map(({ zone }) => zone),
    input.issueClasses.map(({ key }) => key),
  );
  let areas: AreaBalance | null = null;
  let coveredM2 = 0;
  const found: DraftFinding[] = [];
  const main = pace.part(0.1, 1);
  for (const [i, group] of classes.entries()) {
    const part = main.part(i / classes.length, (i + 1) / classes.length);
    const checked = await checkClass(input, sound, group, zoneOf, part);
    found.push(...checked.findings);
    coveredM2 = Math.max(coveredM2, checked.coveredM2);
    if (checked.areas && (!areas || checked.areas.gap > areas.gap)) areas = checked.areas;
  }
  return {
    nothing: sound.boundary ? null : 'no-boundary',
    areas,
    coveredM2,
    findings: [
      ...sound.findings,
      ...twice.filter((duplicate) => !isToldByOverlap(duplicate, found)),
      ...withoutRepeats(found),
    ],
    notes: strayFindings(sound),
  };
}
