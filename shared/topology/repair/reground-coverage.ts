import type { Position } from 'geojson';
import { type CoveragePart, packCoverage } from '#shared/topology/packed-coverage.ts';
import { toPosition } from '#shared/topology/coverage-grid.ts';
import { partyArea } from '#shared/topology/coverage-rings.ts';
import { overlayCoverage } from '#shared/topology/overlay-coverage.ts';
import { type DefectRegion, defectRegions } from './defect-regions.ts';
import { decideOwner } from './decide-owner.ts';
import { decisionAt } from './decision-at.ts';
import { GridPoints } from './grid-points.ts';
import { mendParties } from './mend-parties.ts';
import { PartyBorders } from './party-borders.ts';
import {
  type DefectGround,
  type GroundMove,
  type RepairAnswer,
  RepairRefused,
  type RepairQuestion,
} from './repair-question.ts';
import { routeEdges } from './route-edges.ts';
import { SnappedPieces } from './snapped-pieces.ts';
import { splitEnds, splitRegion } from './split-region.ts';

/** What becomes of one defect: who gets it, or that it is split. */
interface Settled {
  defect: DefectRegion;
  owners: string[];
  isSplit: boolean;
  /** Number of the decision. */
  decision: number | null;
}

/**
 * Divides ground anew, exactly on the grid: what the decisions say, and what `settles` lets through.
 *
 * The faces of what does not cancel are those of the check. Their corners are moved to the grid and
 * all edges near them led through these (see route-edges.ts), so that a border is the same line for
 * all parties along it. Then each defect's border is taken from the account of those who lose it and
 * entered in that of those who gain it; edges that run there and back cancel, and what is left of an
 * account is the party's new border. Nothing is ever clipped, so nothing can fail to fit.
 *
 * The official outline is not bent: where a border meets one of its edges off the grid, half a step
 * remains between them, which the checks know as noise of the grid.
 * @throws RepairRefused, TooWideError
 */
export function regroundCoverage(question: RepairQuestion): RepairAnswer {
  if (question.mendIds.length === 0) return regroundSound(question);
  const mended = mendParties(question);
  const parts = <P extends CoveragePart>(list: readonly P[]): P[] =>
    list.flatMap((part): P[] => {
      const ground = mended.get(part.id);
      return ground === null ? [] : [ground ? { ...part, geometry: ground } : part];
    });
  const { boundary, decisions, settles } = question;
  const sound: RepairQuestion = {
    ...question,
    boundary: boundary && (parts([boundary])[0] ?? null),
    zones: parts(question.zones),
    exceptions: parts(question.exceptions),
    mendIds: [],
  };
  if (decisions.length === 0 && settles === null) return { grounds: mended, moves: [], idle: [] };
  const { grounds, ...rest } = regroundSound(sound);
  return { ...rest, grounds: new Map([...mended, ...grounds]) };
}

/** {@link regroundCoverage} once rings are mended. */
function regroundSound(question: RepairQuestion): RepairAnswer {
  const { zones, exceptions, boundary, planar, decisions, settles } = question;
  const coverage = packCoverage({
    boundary: boundary && boundary.geometry,
    zones,
    exceptions,
    planar,
  });
  const { rings } = coverage;
  const overlay = overlayCoverage(coverage);
  const parties = [...zones, ...exceptions, ...(boundary ? [boundary] : [])];
  const numberOf = new Map(parties.map(({ id }, party) => [id, party]));
  const ranks = zones.map(({ rank }) => rank);
  const isFixed = (party: number): boolean =>
    (zones[party] ?? exceptions[party - zones.length])?.isFixed ?? false;
  const canChange = (id: string): boolean => {
    const party = numberOf.get(id);
    return party === undefined || (party < coverage.boundaryParty && !isFixed(party));
  };
  const areaOf = (id: string): number => partyArea(rings, numberOf.get(id)!);
  const idsOf = (list: readonly number[]): string[] => list.map((party) => parties[party]!.id);

  const find = decisionAt(decisions);
  const met = new Set<number>();
  const settled: Settled[] = [];
  for (const defect of defectRegions(overlay, coverage, ranks)) {
    const place: Position | null = defect.place && toPosition(rings.grid, ...defect.place);
    const number = place === null ? Infinity : find(defect, place);
    const choice = decisions[number]?.choice ?? null;
    const ground: DefectGround = {
      kind: defect.kind,
      zoneIds: idsOf(defect.zones),
      besideIds: idsOf(defect.beside.filter((party) => party < zones.length)),
      atBoundary: defect.beside.some((party) => {
        return party === coverage.boundaryParty || (party >= zones.length && isFixed(party));
      }),
      polygon: {
        type: 'Polygon',
        coordinates: defect.region.rings.map(({ x, y }) =>
          Array.from(x, (_, i) => toPosition(rings.grid, x[i]!, y[i]!)),
        ),
      },
      areaM2: defect.region.areaM2,
    };
    if (choice === null && !settles?.(ground)) continue;
    if (choice !== null) met.add(number);
    const isSplit = choice?.kind === 'split' && defect.kind === 'overlap';
    const owners = isSplit ? choice.zoneIds : decideOwner(ground, choice, { canChange, areaOf });
    if (owners === null) continue;
    const stranger = owners.find((id) => !numberOf.has(id) && id !== question.newId);
    if (stranger !== undefined) throw new RepairRefused('failed', stranger);
    const losers = isSplit ? owners : ground.zoneIds.filter((id) => !owners.includes(id));
    const held =
      losers.find((id) => !canChange(id)) ??
      owners.find((id) => !canChange(id) && !ground.zoneIds.includes(id));
    if (held !== undefined) {
      if (choice === null) continue;
      throw new RepairRefused('fixedShape', held);
    }
    settled.push({ defect, owners, isSplit, decision: choice === null ? null : number });
  }

  const hot = new GridPoints();
  const pieces = new SnappedPieces(rings, overlay.edges, overlay.arrangement, hot);
  for (const { defect } of settled) {
    for (const half of defect.region.border) pieces.heat(half >> 1);
  }
  if (settles !== null) pieces.heatCorners();
  for (const { defect, owners, isSplit } of settled) {
    if (!isSplit) continue;
    const [a, b] = owners.map((id) => numberOf.get(id)!);
    for (const end of splitEnds(overlay, defect.region, [a!, b!])) hot.add(...end);
  }
  const borders = new PartyBorders(coverage, overlay.irregular, hot);
  const changing = new Set(
    settled.flatMap(({ defect, owners }) => [...idsOf(defect.zones), ...owners]),
  );
  for (const { id } of parties) {
    const party = numberOf.get(id)!;
    if (overlay.irregular[party] === 1 && changing.has(id) && canChange(id)) borders.mend(party);
  }
  const mayChange = (party: number): boolean => party < coverage.boundaryParty && !isFixed(party);
  const routes = routeEdges(rings, hot, mayChange);
  borders.route(routes);

  const moves: GroundMove[] = [];
  for (const { defect, owners, isSplit, decision } of settled) {
    const from = idsOf(defect.zones);
    const at = toPosition(rings.grid, ...(defect.place ?? firstCorner(defect)));
    const { areaM2 } = defect.region;
    moves.push({ kind: defect.kind, decision, from, to: owners, areaM2, at });
    if (isSplit) {
      const [a, b] = owners.map((id) => numberOf.get(id)!);
      const halves = splitRegion(overlay, defect.region, [a!, b!], (half) =>
        pieces.line(half, routes),
      );
      if (halves === null) throw new RepairRefused('narrow');
      // Each gives up the half of the other.
      borders.ledger(owners[0]!, a!).addLine(halves[1], -1);
      borders.ledger(owners[1]!, b!).addLine(halves[0], -1);
      continue;
    }
    const lines = defect.region.border.map((half) => pieces.line(half, routes));
    for (const id of from) {
      if (owners.includes(id)) continue;
      for (const line of lines) borders.ledger(id, numberOf.get(id)).addLine(line, -1);
    }
    for (const id of owners) {
      if (from.includes(id)) continue;
      for (const line of lines) borders.ledger(id, numberOf.get(id)).addLine(line);
    }
  }
  return {
    grounds: borders.grounds(parties, mayChange),
    moves,
    idle: [...decisions.keys()].filter((number) => !met.has(number)),
  };
}

/** A corner of a defect, for those too thin to have a place inside. */
function firstCorner({ region }: DefectRegion): [number, number] {
  const [ring] = region.rings;
  return [ring?.x[0] ?? 0, ring?.y[0] ?? 0];
}
