import type { Polygon, Position } from 'geojson';
import { toPosition } from '#shared/topology/coverage-grid.ts';
import { type CoverageRings, ringOfEdge } from '#shared/topology/coverage-rings.ts';
import type { Ground, PackedCoverage } from '#shared/topology/packed-coverage.ts';
import { partyLocator } from '#shared/topology/party-locator.ts';
import { EdgeLedger, LedgerError } from './edge-ledger.ts';
import { GridPoints } from './grid-points.ts';
import { type MendedBorder, mendedBorder } from './mended-border.ts';
import { nestRings } from './nest-rings.ts';
import { RepairRefused } from './repair-question.ts';
import type { Routes } from './route-edges.ts';
import type { Vertex } from './snapped-pieces.ts';
import { type PartyPolygons, withoutSpareCorners } from './spare-corners.ts';

const noRoutes: Routes = new Map();

/** The accounts of all parties whose border changes, from the rings as they were and their routes. */
export class PartyBorders {
  private readonly rings: CoverageRings;
  private readonly irregular: Uint8Array;
  private readonly hot: GridPoints;
  private readonly locate: ReturnType<typeof partyLocator>;
  private readonly mended = new Map<number, MendedBorder>();
  private readonly ledgers = new Map<string, EdgeLedger>();
  private routes: Routes = new Map();

  constructor({ rings }: PackedCoverage, irregular: Uint8Array, hot: GridPoints) {
    this.rings = rings;
    this.irregular = irregular;
    this.hot = hot;
    this.locate = partyLocator(rings);
  }

  /** The party's rings are to be made valid. Before edges are routed. */
  mend(party: number): void {
    this.mended.set(party, mendedBorder(this.rings, party, this.locate, this.hot));
  }

  route(routes: Routes): void {
    this.routes = routes;
  }

  /** The account of a party, opened with its border as it is; a new one has no number and no border. */
  ledger(id: string, party: number | undefined): EdgeLedger {
    let ledger = this.ledgers.get(id);
    if (ledger === undefined) {
      ledger = new EdgeLedger();
      this.ledgers.set(id, ledger);
      const mended = party === undefined ? undefined : this.mended.get(party);
      if (mended) {
        for (const half of mended.border) ledger.addLine(mended.pieces.line(half, this.routes));
      } else if (party !== undefined) {
        for (const ring of this.ringsOf(party)) ledger.addLine(ring);
      }
    }
    return ledger;
  }

  /**
   * New ground of all parties that changed and may; null for those without any.
   * @throws RepairRefused when an account does not come out as ground, a fault of the repair
   */
  grounds(
    parties: readonly { id: string }[],
    mayChange: (party: number) => boolean,
  ): Map<string, Ground | null> {
    const news = new Map<string, PartyPolygons>();
    const numbers = new Map(parties.map(({ id }, party) => [id, party]));
    for (const party of this.mended.keys()) this.ledger(parties[party]!.id, party);
    /** Those whose rings have come to touch by a corner that they gained: their other corners stay. */
    const parted = new Set<string>();
    const bent = new Set<number>();
    for (const e of this.routes.keys()) bent.add(this.rings.ringParty[ringOfEdge(this.rings, e)]!);
    for (const party of bent) {
      const { id } = parties[party]!;
      if (this.ledgers.has(id) || !mayChange(party)) continue;
      const rings = this.ringsOf(party);
      // Rings that now touch are put together anew; all others have only gained corners. What is
      // invalid stays so until somebody mends it.
      if (this.irregular[party] === 0 && repeats(rings) > repeats(this.ringsOf(party, noRoutes))) {
        parted.add(id);
        this.ledger(id, party);
      } else news.set(id, this.asTheyWere(party, rings));
    }
    for (const [id, ledger] of this.ledgers) {
      try {
        news.set(id, nestRings(ledger.rings()));
      } catch (error) {
        if (error instanceof LedgerError) throw new RepairRefused('failed', id);
        throw error;
      }
    }
    const kept = withoutSpareCorners(news, this.rings, this.hot, (party) => {
      const { id } = parties[party]!;
      return !this.ledgers.has(id) || parted.has(id);
    });
    const grounds = new Map<string, Ground | null>();
    for (const [id, polygons] of kept) {
      const party = numbers.get(id);
      const isAnew = party === undefined || this.ledgers.has(id);
      if (isAnew || this.cornersOf(party) !== polygons.flat(2).length) {
        grounds.set(id, this.toGround(polygons));
      }
    }
    return grounds;
  }

  /** Number of vertices of all closed rings of a party. */
  private cornersOf(party: number): number {
    const { ringStart, partyRing } = this.rings;
    return ringStart[partyRing[party + 1]!]! - ringStart[partyRing[party]!]!;
  }

  /** The closed rings of a party, led through hot points. */
  private ringsOf(party: number, routes: Routes = this.routes): Vertex[][] {
    const { x, y, ringStart, partyRing } = this.rings;
    const rings: Vertex[][] = [];
    for (let r = partyRing[party]!; r < partyRing[party + 1]!; r++) {
      const ring: Vertex[] = [];
      const end = ringStart[r + 1]! - 1;
      for (let e = ringStart[r]!; e < end; e++) {
        ring.push([x[e]!, y[e]!]);
        for (const p of routes.get(e) ?? []) ring.push([this.hot.x[p]!, this.hot.y[p]!]);
      }
      ring.push(ring[0]!);
      rings.push(ring);
    }
    return rings;
  }

  private asTheyWere(party: number, rings: readonly Vertex[][]): PartyPolygons {
    const first = this.rings.partyRing[party]!;
    const polygons: Vertex[][][] = [];
    rings.forEach((ring, i) => {
      if (this.rings.ringHole[first + i] === 1) polygons.at(-1)!.push(ring);
      else polygons.push([ring]);
    });
    return polygons;
  }

  private toGround(polygons: readonly Vertex[][][]): Ground | null {
    const toRing = (ring: readonly Vertex[]): Position[] =>
      ring.map(([x, y]) => toPosition(this.rings.grid, x, y));
    const coordinates = polygons.map((rings): Polygon['coordinates'] => rings.map(toRing));
    const [only] = coordinates;
    if (only === undefined) return null;
    return coordinates.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates };
  }
}

/** How many vertices rings have that are there already. */
function repeats(rings: readonly Vertex[][]): number {
  const seen = new GridPoints();
  let count = 0;
  for (const ring of rings) {
    for (const vertex of ring.slice(1)) {
      if (seen.find(...vertex) === -1) seen.add(...vertex);
      else count++;
    }
  }
  return count;
}
