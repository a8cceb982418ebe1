import type { Position } from 'geojson';
import type { ClassReport, CoverageReport } from '#shared/checks/coverage-report.ts';
import type { AreaBalance, DraftFinding } from '#shared/checks/finding.ts';
import type { FixSides } from '#shared/checks/fixes/fix-sides.ts';
import { withPointFixes } from '#shared/checks/fixes/point-fixes.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { LayerOffset } from '#shared/topology/layer-offset.ts';
import type { Ground } from './coverage-faces.ts';
import { type Defect, isNoise } from './defect.ts';
import { duplicateFinding } from './duplicate.ts';
import { gapFinding } from './gap.ts';
import { balanceFinding } from './invalid.ts';
import { mismatchFinding } from './mismatch.ts';
import { type MismatchedStretch, mismatchedStretches } from './mismatched-stretches.ts';
import { outsideFinding } from './outside.ts';
import { overlapFinding } from './overlap.ts';
import { shiftedLayer } from './shifted-layer.ts';
import type { SoundZone } from './sound-areas.ts';
import { isToldByOverlap, sameGround } from './twins.ts';

/** What the engine found out about the ground for a group of issue classes. */
export interface ClassGround {
  boundary: Ground | null;
  /** See {@link middleOf}. */
  middle: Position | null;
  areas: AreaBalance | null;
  coveredM2: number;
  offset: LayerOffset | null;
  defects: readonly Defect[];
}

/** How defects become findings: the words for zones and classes, and what counts as what. */
export interface ClassTerms {
  /** Keys of the issue classes; null when no zone is limited to any. */
  categories: string[] | null;
  nameOf: (id: string) => string;
  /** See class-scope.ts. */
  scope: string;
  toleranceM: number;
  planar: boolean;
  sides: FixSides;
  /** A zone that takes part, and its ground on the grid in m². */
  zoneOf: (id: string) => { zone: SoundZone; areaM2: number } | null;
  /** Asked for each finding, to give one that was made before instead of a new one. */
  remember?: FindingMemory;
}

/** What was made before, by the defects that it is of. */
export interface FindingMemory {
  noise(defect: Defect, make: () => boolean): boolean;
  defect(defect: Defect, make: () => DraftFinding): DraftFinding;
  stretch(stretch: MismatchedStretch, make: () => DraftFinding): DraftFinding;
}

const noMemory: FindingMemory = {
  noise: (_, make) => make(),
  defect: (_, make) => make(),
  stretch: (_, make) => make(),
};

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

/** Where a failure of the whole is shown. */
export function middleOf(boundary: Ground | null): Position | null {
  if (!boundary) return null;
  const [west, south, east, north] = areaBounds(boundary);
  return [(west + east) / 2, (south + north) / 2];
}

function defectFinding(defect: Defect, terms: ClassTerms): DraftFinding {
  const { nameOf, scope, planar, sides, zoneOf } = terms;
  if (defect.kind === 'gap') return gapFinding(defect, nameOf, scope, sides);
  if (defect.kind === 'outside') return outsideFinding(defect, nameOf, sides);
  const same = sameGround(defect, zoneOf, planar);
  if (same) return duplicateFinding(same, nameOf, planar);
  return overlapFinding(defect, nameOf, scope, sides);
}

/**
 * Turns the defects of the ground into findings, with those at points after them, and tests that its
 * areas add up.
 */
export function classReport(
  ground: ClassGround,
  atPoints: readonly DraftFinding[],
  terms: ClassTerms,
): ClassReport {
  const { categories, nameOf, toleranceM, planar, sides, zoneOf } = terms;
  const remember = terms.remember ?? noMemory;
  const { boundary, middle, areas, coveredM2 } = ground;
  const drawn = (id: string | null) =>
    id === null ? boundary : (zoneOf(id)?.zone.geometry ?? null);
  const byNoise = groupBy(ground.defects, (defect) =>
    remember.noise(defect, () => isNoise(defect, planar, drawn, (id) => !sides.canChange(id))),
  );
  const noise = byNoise.get(true) ?? [];
  const real = byNoise.get(false) ?? [];
  const shifted = shiftedLayer(real, ground.offset);
  const { stretches, others } = mismatchedStretches(shifted.others, noise, toleranceM, planar);

  const findings = [
    ...(shifted.finding ? [shifted.finding] : []),
    ...others.map((defect) => remember.defect(defect, () => defectFinding(defect, terms))),
    ...stretches.map((stretch) =>
      remember.stretch(stretch, () => mismatchFinding(stretch, nameOf, sides)),
    ),
    ...atPoints,
  ];
  for (const finding of findings) finding.issueClasses = categories;
  if (!areas || !middle) return { areas: null, coveredM2, findings };
  const failure = balanceFinding(areas, middle);
  if (failure) findings.unshift(failure);
  return { areas: withoutNoise(areas, noise), coveredM2, findings };
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
 * The reports of all groups of issue classes as one, with the `findings` in the records themselves
 * and `duplicates`. The areas are those of the group with the most gap. Findings at points get the
 * fixes of the ground there.
 */
export function joinedReport(
  findings: readonly DraftFinding[],
  duplicates: readonly DraftFinding[],
  classes: readonly ClassReport[],
  boundary: Ground | null,
): Omit<CoverageReport, 'nothing' | 'notes'> {
  let areas: AreaBalance | null = null;
  for (const checked of classes) {
    if (checked.areas && (!areas || checked.areas.gap > areas.gap)) areas = checked.areas;
  }
  const found = classes.flatMap((checked) => checked.findings);
  return {
    areas,
    coveredM2: Math.max(0, ...classes.map((checked) => checked.coveredM2)),
    findings: withPointFixes(
      [
        ...findings,
        ...duplicates.filter((duplicate) => !isToldByOverlap(duplicate, found)),
        ...withoutRepeats(found),
      ],
      boundary,
    ),
  };
}
