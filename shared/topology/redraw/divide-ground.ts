import type { Polygon, Position } from 'geojson';
import { arrange } from '#shared/topology/arrangement.ts';
import { toPosition } from '#shared/topology/coverage-grid.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { dissolveFaces, type Region } from '#shared/topology/dissolve-faces.ts';
import { edgesAsSegments, ringEdges } from '#shared/topology/edges-as-segments.ts';
import { nodeSegments } from '#shared/topology/node-segments.ts';
import { type CoveragePart, type Ground, packCoverage } from '#shared/topology/packed-coverage.ts';
import { partyLocator } from '#shared/topology/party-locator.ts';
import { pieceSegments } from '#shared/topology/piece-segments.ts';
import { pointInsideFace } from '#shared/topology/point-inside-face.ts';
import { GridPoints } from '#shared/topology/repair/grid-points.ts';
import { PartyBorders } from '#shared/topology/repair/party-borders.ts';
import { RepairRefused, type RepairPart } from '#shared/topology/repair/repair-question.ts';
import { routeEdges } from '#shared/topology/repair/route-edges.ts';
import { SnappedPieces } from '#shared/topology/repair/snapped-pieces.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { packLines } from './pack-lines.ts';

/** A connected piece of the ground that is divided anew. */
export interface CutPiece {
  /** Subjects and receivers over it, in their order; none for ground that nobody answers for. */
  ownerIds: string[];
  /** A position well inside. */
  place: Position;
  areaM2: number;
  polygon: Polygon;
  /** Numbers of the lines along its border. */
  lines: number[];
}

/** Ground to be divided along lines. Positions in degrees, or in metres when `planar`. */
export interface DivideQuestion {
  /** The official outline, which never changes; null when unknown. */
  boundary: CoveragePart | null;
  /** Zones whose ground is divided, and all that come near them. */
  zones: readonly RepairPart[];
  exceptions: readonly CoveragePart[];
  planar: boolean;
  /** Zones whose ground is divided. */
  subjectIds: readonly string[];
  /** Zones that may get some of it: where one lies over it already, it is not given the same twice. */
  receiverIds?: readonly string[];
  /** Whether ground inside the outline for which nobody answers is divided too. */
  includesFree: boolean;
  lines: readonly Position[][];
  /** For each piece the zone, which may be new, that gets it; null leaves it as it is. */
  assign: (pieces: readonly CutPiece[]) => readonly (string | null)[];
}

export interface DivideAnswer {
  /** New ground of all parties that changed, be it by a corner; null for those left without any. */
  grounds: Map<string, Ground | null>;
  pieces: CutPiece[];
  /** Who got each piece; null where nothing changed. */
  owners: (string | null)[];
}

function polygonOf({ grid }: CoverageRings, region: Region): Polygon {
  return {
    type: 'Polygon',
    coordinates: region.rings.map(({ x, y }) =>
      Array.from(x, (_, i) => toPosition(grid, x[i]!, y[i]!)),
    ),
  };
}

/**
 * Cuts the ground of some zones along lines and gives the pieces to whom `assign` says, exactly on the
 * grid: corners where a line meets a border come on the grid, all borders near them are led through
 * (see repair/route-edges.ts), and each piece's border is taken from the account of those who lose it
 * and entered in that of the one who gains it. So what was a coverage still is one. Lines may cross,
 * touch, leave the ground or end inside it; only where they part pieces do they count.
 * @throws RepairRefused when a subject's rings are not valid or its shape is fixed; TooWideError
 */
export function divideGround(question: DivideQuestion): DivideAnswer {
  const { zones, exceptions, boundary, planar } = question;
  const coverage = packCoverage({
    boundary: boundary && boundary.geometry,
    zones,
    exceptions,
    planar,
  });
  const parties = [...zones, ...exceptions, ...(boundary ? [boundary] : [])];
  const numberOf = new Map(parties.map(({ id }, party) => [id, party]));
  const subjects = question.subjectIds.flatMap((id) => numberOf.get(id) ?? []);
  for (const party of subjects) {
    if (zones[party]?.isFixed) throw new RepairRefused('fixedShape', parties[party]!.id);
  }
  const orders = ringOrders(coverage.rings);
  const receivers = (question.receiverIds ?? []).flatMap((id) => numberOf.get(id) ?? []);
  const crooked = [...subjects, ...receivers].find(
    (party) => orders[party] === ringOrder.irregular,
  );
  if (crooked !== undefined) throw new RepairRefused('irregular', parties[crooked]!.id);

  const rings = packLines(coverage.rings, question.lines);
  const isSubject = new Set(subjects);
  const isOwner = new Set([...subjects, ...receivers]);
  // Free ground is bounded by whoever is near.
  const walls = question.includesFree ? parties.keys() : isOwner;
  const edges = Int32Array.from(
    [...walls, parties.length].flatMap((party) => [
      ...ringEdges(rings, rings.partyRing[party]!, rings.partyRing[party + 1]!),
    ]),
  );
  const firstLineEdge = coverage.rings.x.length;
  const segments = edgesAsSegments(rings, edges, () => false);
  const arrangement = arrange(segments, nodeSegments(segments));
  const locate = partyLocator(coverage.rings);
  const isFree = (found: readonly number[]): boolean =>
    question.includesFree &&
    (coverage.bounded ? found.length === 1 && found[0] === coverage.boundaryParty : !found.length);
  const ownersOf: number[][] = [];
  const places: (Position | null)[] = [];
  const labels = new Int32Array(arrangement.faceCount).fill(-1);
  for (let face = 1; face < labels.length; face++) {
    const place = pointInsideFace(arrangement, face);
    const found = place ? locate(...place) : [];
    const owners = found.filter((party) => isOwner.has(party));
    places[face] = place && toPosition(rings.grid, ...place);
    ownersOf[face] = owners;
    if (place && (owners.some((party) => isSubject.has(party)) || isFree(found)))
      labels[face] = face;
  }
  const regions = dissolveFaces(arrangement, labels, rings.grid);
  const under = pieceSegments(arrangement.noded);
  const lineOfEdge = (e: number): number => {
    let line = 0;
    while (rings.ringStart[coverage.rings.ringParty.length + line + 1]! <= e) line++;
    return line;
  };
  const pieces = regions.map((region): CutPiece => {
    const lines = new Set<number>();
    for (const half of region.border) {
      for (const s of under(half >> 1)) {
        const e = edges[s]!;
        if (e >= firstLineEdge) lines.add(lineOfEdge(e));
      }
    }
    return {
      ownerIds: ownersOf[region.label]!.map((party) => parties[party]!.id),
      place: places[region.label]!,
      areaM2: region.areaM2,
      polygon: polygonOf(rings, region),
      lines: [...lines].sort((a, b) => a - b),
    };
  });
  const wanted = question.assign(pieces);
  const owners = pieces.map(({ ownerIds }, i) => {
    const to = wanted[i] ?? null;
    return to === null || (ownerIds.length === 1 && ownerIds[0] === to) ? null : to;
  });
  const fixed = owners.find((id) => id !== null && zones[numberOf.get(id) ?? -1]?.isFixed);
  if (fixed) throw new RepairRefused('fixedShape', fixed);

  const hot = new GridPoints();
  const snapped = new SnappedPieces(rings, edges, arrangement, hot);
  const { pieceStart } = arrangement.noded;
  const isWhole = (s: number): boolean => pieceStart[s + 1]! - pieceStart[s]! === 1;
  regions.forEach((region, i) => {
    if (owners[i] === null) return;
    for (const half of region.border) {
      // An edge that nothing splits has its ends already: what lies near them is left alone.
      if (!under(half >> 1).every(isWhole)) snapped.heat(half >> 1);
    }
  });
  const mayChange = (party: number): boolean =>
    party < coverage.boundaryParty && !zones[party]?.isFixed;
  const routes = routeEdges(rings, hot, (party) => mayChange(party) || party === parties.length);
  const own = new Map([...routes].filter(([e]) => e < firstLineEdge));
  // Neighbours whose rings cross may gain corners, but are not put together anew.
  const irregular = orders.map((order) => (order === ringOrder.irregular ? 1 : 0));
  const borders = new PartyBorders(coverage, irregular, hot);
  borders.route(own);
  regions.forEach((region, i) => {
    const to = owners[i];
    if (to === null || to === undefined) return;
    const lines = region.border.map((half) => snapped.line(half, routes));
    for (const party of ownersOf[region.label]!) {
      const { id } = parties[party]!;
      if (id === to) continue;
      for (const line of lines) borders.ledger(id, party).addLine(line, -1);
    }
    if (pieces[i]!.ownerIds.includes(to)) return;
    for (const line of lines) borders.ledger(to, numberOf.get(to)).addLine(line);
  });
  return { grounds: borders.grounds(parties, mayChange), pieces, owners };
}
