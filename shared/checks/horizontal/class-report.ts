import type { CoverageReport } from '#shared/checks/coverage-report.ts';
import type { Position } from 'geojson';
import type { AreaBalance, DraftFinding } from '#shared/checks/finding.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { LayerOffset } from '#shared/topology/layer-offset.ts';
import type { Ground } from './coverage-faces.ts';
import { type Defect, isGridNoise } from './defect.ts';
import { gapFinding } from './gap.ts';
import { balanceFinding } from './invalid.ts';
import { mismatchFinding } from './mismatch.ts';
import { type MismatchedStretch, mismatchedStretches } from './mismatched-stretches.ts';
import { outsideFinding } from './outside.ts';
import { overlapFinding } from './overlap.ts';
import { shiftedLayer } from './shifted-layer.ts';

/** What the engine found out about the ground for a group of issue classes. */
export interface ClassGround {
  /** The middle of the boundary's box; null without a boundary. */
  middle: Position | null;
  areas: AreaBalance | null;
  coveredM2: number;
  offset: LayerOffset | null;
  defects: readonly Defect[];
}

/** How defects become findings: the words for zones and classes, and what counts as what. */
export interface ClassTerms {
  nameOf: (id: string) => string;
  /** See class-scope.ts. */
  scope: string;
  toleranceM: number;
  planar: boolean;
  /** Asked for each finding, to give one that was made before instead of a new one. */
  remember?: FindingMemory;
}

/** Findings that were made before, by the defects that they are of. */
export interface FindingMemory {
  defect(defect: Defect, make: () => DraftFinding): DraftFinding;
  stretch(stretch: MismatchedStretch, make: () => DraftFinding): DraftFinding;
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

/** Where a failure of the whole is shown. */
export function middleOf(boundary: Ground | null): Position | null {
  if (!boundary) return null;
  const [west, south, east, north] = areaBounds(boundary);
  return [(west + east) / 2, (south + north) / 2];
}

/** Turns the defects of the ground into findings, and tests that its areas add up. */
export function classReport(
  ground: ClassGround,
  { nameOf, scope, toleranceM, planar, remember }: ClassTerms,
): Omit<CoverageReport, 'nothing'> {
  const byNoise = groupBy(ground.defects, (defect) => isGridNoise(defect, planar));
  const noise = byNoise.get(true) ?? [];
  const real = byNoise.get(false) ?? [];
  const shifted = shiftedLayer(real, ground.offset);
  const { stretches, others } = mismatchedStretches(shifted.others, toleranceM, planar);

  const findings = others.map((defect) => {
    const make = () => {
      if (defect.kind === 'gap') return gapFinding(defect, nameOf, scope);
      if (defect.kind === 'overlap') return overlapFinding(defect, nameOf, scope);
      return outsideFinding(defect, nameOf);
    };
    return remember ? remember.defect(defect, make) : make();
  });
  for (const stretch of stretches) {
    const make = () => mismatchFinding(stretch, nameOf);
    findings.push(remember ? remember.stretch(stretch, make) : make());
  }
  if (shifted.finding) findings.unshift(shifted.finding);
  const { areas, coveredM2, middle } = ground;
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
 * The reports of all groups of issue classes as one, with `findings` that concern all of them. The
 * areas are those of the group with the most gap.
 */
export function joinedReport(
  findings: readonly DraftFinding[],
  classes: readonly Omit<CoverageReport, 'nothing'>[],
): Omit<CoverageReport, 'nothing'> {
  let areas: AreaBalance | null = null;
  for (const checked of classes) {
    if (checked.areas && (!areas || checked.areas.gap > areas.gap)) areas = checked.areas;
  }
  const found = classes.flatMap((checked) => checked.findings);
  return {
    areas,
    coveredM2: Math.max(0, ...classes.map((checked) => checked.coveredM2)),
    findings: [...findings, ...(classes.length > 1 ? withoutRepeats(found) : found)],
  };
}
