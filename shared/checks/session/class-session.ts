import type { Position } from 'geojson';
import type { ClassReport } from '#shared/checks/coverage-report.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { classReport, type ClassTerms, middleOf } from '#shared/checks/horizontal/class-report.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { type Defect, type DefectKind, defectOf } from '#shared/checks/horizontal/defect.ts';
import { PointCoverage } from '#shared/checks/horizontal/point-coverage.ts';
import { findingsAtPoint } from '#shared/checks/horizontal/point-findings.ts';
import { withTwins } from '#shared/checks/horizontal/twins.ts';
import type { Point } from '#shared/model/point.ts';
import type { CoverageRegion } from '#shared/topology/coverage-faces.ts';
import { CoverageIndex, type PartyChange } from '#shared/topology/coverage-index.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import type { OrderedCoverage } from '#shared/topology/replace-parties.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { DefectMemory } from './defect-memory.ts';
import type { SoundEntry, SoundException, SoundParties } from './sound-parties.ts';
import { WholeCheckNeeded } from './whole-check-needed.ts';

/** Changes of what takes part in a class; null where something takes part no more. */
export interface ClassChange {
  zones: ReadonlyMap<string, SoundEntry | null>;
  exceptions: ReadonlyMap<string, SoundException | null>;
  points: ReadonlyMap<string, Point | null>;
}

/** A defect by itself, and with the twins of its zones as of the turn given. */
interface Measured {
  own: Defect;
  told: Defect;
  turn: number;
}

function haveSameZones({ zoneIds }: Defect, other: Defect): boolean {
  return (
    zoneIds.length === other.zoneIds.length && zoneIds.every((id, i) => id === other.zoneIds[i])
  );
}

type Terms = Omit<ClassTerms, 'zoneOf' | 'remember'>;

interface ClassParties {
  boundary: Ground;
  zones: readonly SoundEntry[];
  exceptions: readonly SoundException[];
  points: Iterable<Point>;
  /** The same packed before, if it was, with its ring orders. */
  packed: OrderedCoverage | null;
}

/** The proof of coverage for a group of issue classes, kept up to date. */
export class ClassSession {
  private readonly boundary: Ground;
  private readonly middle: Position | null;
  private readonly terms: ClassTerms;
  private readonly index: CoverageIndex;
  private readonly zones = new Map<string, SoundEntry>();
  private readonly points = new Map<string, Point>();
  /** Findings at points, by the id of the point. */
  private readonly atPoints = new Map<string, DraftFinding[]>();
  private readonly memory = new DefectMemory();
  private readonly defects = new WeakMap<CoverageRegion, Measured>();

  /** @throws WholeCheckNeeded where rings cross after mending */
  constructor({ boundary, zones, exceptions, points, packed }: ClassParties, terms: Terms) {
    this.boundary = boundary;
    this.middle = middleOf(boundary);
    for (const zone of zones) this.zones.set(zone.id, zone);
    const coverage =
      packed?.coverage ?? packCoverage({ boundary, zones, exceptions, planar: terms.planar });
    const orders = packed?.orders ?? ringOrders(coverage.rings);
    if (orders.includes(ringOrder.irregular)) throw new WholeCheckNeeded();
    this.index = new CoverageIndex(coverage, {
      zones: zones.map(({ sequence }) => sequence),
      exceptions,
    });
    this.terms = {
      ...terms,
      zoneOf: (id) => {
        const zone = this.zones.get(id);
        return zone ? { zone, areaM2: this.index.zoneArea(id) } : null;
      },
      remember: this.memory,
    };
    const at = new PointCoverage(coverage);
    for (const point of points) {
      this.points.set(point.id, point);
      this.visit(point, at);
    }
  }

  /** Bytes of the index's arrays. */
  get bytes(): number {
    return this.index.bytes;
  }

  /** @throws WholeCheckNeeded where rings cross after mending; TooWideError */
  update({ zones, exceptions, points }: ClassChange): void {
    const changes: PartyChange[] = [];
    this.memory.forget(zones.keys());
    for (const [id, zone] of zones) {
      if (zone) this.zones.set(id, zone);
      else this.zones.delete(id);
      changes.push(this.partyChange('zone', id, zone));
    }
    for (const [id, exception] of exceptions) {
      changes.push(this.partyChange('exception', id, exception));
    }
    const touched = this.index.update(changes);
    for (const [id, point] of points) {
      this.atPoints.delete(id);
      if (!point) {
        this.points.delete(id);
        continue;
      }
      this.points.set(id, point);
      this.visitNear(point);
    }
    if (touched.length === 0) return;
    for (const point of this.points.values()) {
      const [px, py] = this.stepsOf(point);
      const isNear = touched.some(
        ([left, bottom, right, top]) => px >= left && px <= right && py >= bottom && py <= top,
      );
      if (isNear) this.visitNear(point);
    }
  }

  /** Names have changed: findings with names are made anew. */
  forgetNames(): void {
    this.memory.clear();
    const ids = Array.from(this.atPoints.keys());
    for (const id of ids) {
      const point = this.points.get(id);
      if (point) this.visitNear(point);
    }
  }

  /** @throws WholeCheckNeeded where the layer may lie off the boundary as a whole */
  report({ duplicates, duplicatesTurn }: SoundParties): ClassReport {
    const answer = this.index.answer();
    if (answer === null) throw new WholeCheckNeeded();
    const { gaps, overlaps, outside, areas, coveredM2 } = answer;
    const measured = (kind: DefectKind, regions: readonly CoverageRegion[]) =>
      regions.map((region) => {
        let known = this.defects.get(region);
        if (!known) {
          const own = defectOf(kind, region, this.terms.planar);
          known = { own, told: withTwins(own, duplicates), turn: duplicatesTurn };
          this.defects.set(region, known);
        } else if (known.turn !== duplicatesTurn) {
          known.turn = duplicatesTurn;
          const told = withTwins(known.own, duplicates);
          // What is remembered of a defect goes by the object: it stays the one it was where it can.
          if (!haveSameZones(told, known.told)) known.told = told;
        }
        return known.told;
      });
    const defects = [
      ...measured('gap', gaps),
      ...measured('overlap', overlaps),
      ...measured('outside', outside),
    ];
    const atPoints = [...this.atPoints.values()].flat();
    const { boundary, middle } = this;
    const ground = { boundary, middle, areas, coveredM2, offset: null, defects };
    return classReport(ground, atPoints, this.terms);
  }

  private partyChange(
    role: PartyChange['role'],
    id: string,
    party: { geometry: Ground; sequence: number; rank?: number } | null,
  ): PartyChange {
    const { sequence = 0, rank = 0 } = party ?? {};
    const rings = party && packRings([{ geometry: party.geometry, sign: 1 }], this.index.grid);
    if (rings && ringOrders(rings)[0] === ringOrder.irregular) throw new WholeCheckNeeded();
    return { role, id, sequence, rank, rings };
  }

  private stepsOf({ position: [x, y] }: Point): [number, number] {
    const { stepsPerUnit, offsetX, offsetY } = this.index.grid;
    return [Math.round(x * stepsPerUnit) - offsetX, Math.round(y * stepsPerUnit) - offsetY];
  }

  private visitNear(point: Point): void {
    this.visit(point, new PointCoverage(this.index.around(...this.stepsOf(point))));
  }

  private visit(point: Point, coverage: PointCoverage): void {
    const { nameOf, scope } = this.terms;
    const found = findingsAtPoint(point, coverage, nameOf, scope);
    if (found.length > 0) this.atPoints.set(point.id, found);
    else this.atPoints.delete(point.id);
  }
}
