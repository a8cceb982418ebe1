import type { NestingCheckInput } from './check-input.ts';
import type { DraftFinding } from './finding.ts';
import { LevelIndex } from './fixes/level-index.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { faultyParties, mendParty } from './horizontal/area-faults.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { Ground } from './horizontal/coverage-faces.ts';
import { coverageFaces, orderCoverage } from './horizontal/coverage-engine.ts';
import { type Defect, defectsOf, isNoise } from './horizontal/defect.ts';
import { groundLeft, type KnownGround, knownGround } from './horizontal/ground-left.ts';
import { invalidFinding } from './horizontal/invalid.ts';
import { mismatchedStretches } from './horizontal/mismatched-stretches.ts';
import { nestingFinding, nestingOffset, nestingStretch } from './horizontal/nesting.ts';
import { type NestingFamily, nestingFamilies } from './horizontal/nesting-families.ts';
import { shiftedLayer } from './horizontal/shifted-layer.ts';
import { type CheckContext, Pace } from './pace.ts';

/** Whether it is no more than a road or a site on the border has to reach over it. */
function mayReach(defect: Defect, family: NestingFamily): boolean {
  const over = family.children.filter(({ id }) => defect.zoneIds.includes(id));
  return over.every(({ reachM }) => defect.widthM <= reachM);
}

async function checkFamily(
  family: NestingFamily,
  known: readonly KnownGround[],
  { planar, toleranceM }: NestingCheckInput,
  levels: LevelIndex,
  pace: Pace,
): Promise<DraftFinding[]> {
  const { parent, children, excused, tiles } = family;
  const question = { boundary: parent.geometry, zones: children, exceptions: excused, planar };
  const faces = coverageFaces(await orderCoverage(question, null, pace));
  const concerned = tiles ? faces : { ...faces, gaps: [], overlaps: [] };
  const drawn = new Map<string | null, Ground>(children.map(({ id, geometry }) => [id, geometry]));
  drawn.set(null, parent.geometry);
  const made = new Set(children.flatMap(({ id, reachM }) => (reachM > 0 ? [id] : [])));
  const isNoisy = (defect: Defect) =>
    isNoise(
      defect,
      planar,
      (id) => drawn.get(id) ?? null,
      (id) => made.has(id),
    );
  const all = groupBy(await defectsOf(concerned, planar, pace), isNoisy);
  const defects = (all.get(false) ?? [])
    .filter((defect) => defect.kind !== 'outside' || !mayReach(defect, family))
    .flatMap((defect) => groundLeft(defect, known, planar, isNoisy));

  const names = new Map(children.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const shifted = shiftedLayer(defects, tiles ? faces.offset : null);
  const noise = all.get(true) ?? [];
  const { stretches, others } = mismatchedStretches(shifted.others, noise, toleranceM, planar);
  return [
    ...(shifted.finding ? [nestingOffset(shifted.finding, family)] : []),
    ...others.map((defect) => nestingFinding(defect, family, nameOf, levels)),
    ...stretches.map((stretch) => nestingStretch(stretch, family, nameOf, levels)),
  ];
}

/** What is wrong with the rings of streets and communities; the check takes them as they come. */
function invalidLevels({ streets, communities, planar }: NestingCheckInput): DraftFinding[] {
  const areas = [...streets, ...communities];
  const { rings } = packCoverage({ boundary: null, zones: areas, exceptions: [], planar });
  const orders = ringOrders(rings);
  return faultyParties(rings, orders).flatMap((party) => {
    const area = areas[party];
    if (!area) return [];
    const windsOnce = orders[party] !== ringOrder.irregular;
    const { faults } = mendParty(rings, party, area.geometry, planar, windsOnce);
    return faults.map((fault) => invalidFinding(area, fault, true));
  });
}

/**
 * Holds the levels against each other: every child inside its parent, every parent made up of its
 * children exactly, their rings valid. Ground that `found` tells of already is not told again.
 * @throws the signal's reason when cancelled
 */
export async function checkNesting(
  input: NestingCheckInput,
  found: readonly DraftFinding[],
  context: CheckContext,
): Promise<DraftFinding[]> {
  const known = found.flatMap(({ geometry }) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
      ? [knownGround(geometry)]
      : [],
  );
  const families = nestingFamilies(input);
  const levels = new LevelIndex(input);
  const pace = new Pace(context);
  const findings = invalidLevels(input);
  for (const [i, family] of families.entries()) {
    const part = pace.part(i / families.length, (i + 1) / families.length);
    await part.step(0, 1);
    findings.push(...(await checkFamily(family, known, input, levels, part)));
  }
  return findings;
}
