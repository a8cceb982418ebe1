import type { Position } from 'geojson';
import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Point } from '#shared/model/point.ts';
import type { WorkloadWeights } from '#shared/model/workload.ts';
import type { BlockZone, Zone } from '#shared/model/zone.ts';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { unitBorders } from './unit-borders.ts';

/** Ground to be divided into zones, as records say it. */
export interface GroundQuestion {
  /** Units that lie side by side: communities, base units, cells. */
  units: readonly { id: string; geometry: Area }[];
  /** Zones that are there now and may change, in the order of their numbers in the answer. */
  zones: readonly Zone[];
  /** 条 and 点 over the units: what lies on them is their work, and road runs along the former. */
  above: readonly Zone[];
  zoneCount: number;
  points: readonly Point[];
  issues: readonly IssueChunk[];
  weights: WorkloadWeights;
  /** Rivers, railways, main roads, in degrees. */
  barriers: readonly Position[][];
  /** A border runs along a barrier when half of it is no farther away than this, in metres. */
  barrierReachM: number;
  /** Zones must not reach over barriers; see balanceGraph. */
  bridgeFree: boolean;
  /** Locked stretches of border, in degrees. */
  locked: readonly Position[][];
}

/** A unit as a zone, so that its work is reckoned as that of a zone is. */
function asZone({ id, geometry }: { id: string; geometry: Area }): BlockZone {
  return {
    kind: 'zone',
    shape: 'block',
    id,
    parentId: null,
    name: id,
    code: '',
    categories: [],
    attributes: {},
    geometry,
  };
}

/**
 * The problem behind the question: what work each unit is, who borders on whom, and in whose zone each is
 * now (that of a place well inside). Units without ground are left out. Work is what the table of numbers
 * says of a zone of these units, by all weights of the office: what lies on a 条 or a 点 is the work of that
 * zone, its road that of the units it runs through, and each zone weighs for being there at all.
 */
export function groundProblem(question: GroundQuestion): BalanceProblem {
  const { zones, above, zoneCount, points, issues } = question;
  const units = question.units.flatMap((unit) => {
    const place = innerPlace(unit.geometry);
    return place ? [{ ...unit, place }] : [];
  });
  const weights = { ...question.weights, zone: 0 };
  const ground = [...units.map(asZone), ...above];
  const rows = zoneNumbers({ zones: ground, points, issues, weights }, 0);
  const works = new Map(rows.map(({ zoneId, workload }) => [zoneId, workload]));
  const numbers = new Map(zones.map(({ id }, number) => [id, number]));
  const locator = new GroundLocator(zones, (zone) => {
    const ground = zoneGround(zone);
    return ground && new BandedArea(ground);
  });
  const plane = localMetres(units[0]?.place ?? [0, 0], false);
  return {
    zoneCount,
    zoneWork: question.weights.zone,
    bridgeFree: question.bridgeFree,
    units: units.map(({ id, place }) => {
      const [x = 0, y = 0] = plane.to(place);
      const zone = locator.one(toGrid(place[0]!), toGrid(place[1]!));
      const present = zone ? (numbers.get(zone.id) ?? null) : null;
      return { id, work: works.get(id) ?? 0, x, y, present };
    }),
    borders: unitBorders(
      units.map(({ geometry }) => geometry),
      question.barriers,
      question.locked,
      question.barrierReachM,
    ),
  };
}
