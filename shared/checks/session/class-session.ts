import type { Position } from 'geojson';
import type { CoverageReport } from '#shared/checks/coverage-report.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { classReport, type ClassTerms, middleOf } from '#shared/checks/horizontal/class-report.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { type Defect, type DefectKind, defectOf } from '#shared/checks/horizontal/defect.ts';
import type { MismatchedStretch } from '#shared/checks/horizontal/mismatched-stretches.ts';
import { PointCoverage } from '#shared/checks/horizontal/point-coverage.ts';
import { findingsAtPoint } from '#shared/checks/horizontal/point-findings.ts';
import type { Point } from '#shared/model/point.ts';
import type { CoverageRegion } from '#shared/topology/coverage-faces.ts';
import { CoverageIndex, type PartyChange } from '#shared/topology/coverage-index.ts';
import { type PackedCoverage, packCoverage } from '#shared/topology/packed-coverage.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { LevelGrounds } from './level-grounds.ts';
import type { SoundEntry, SoundException } from './sound-parties.ts';
import { WholeCheckNeeded } from './whole-check-needed.ts';

/** Changes of what takes part in a class; null where something takes part no more. */
export interface ClassChange {
  zones: ReadonlyMap<string, SoundEntry | null>;
  exceptions: ReadonlyMap<string, SoundException | null>;
  points: ReadonlyMap<string, Point | null>;
}

type Terms = Pick<ClassTerms, 'nameOf' | 'scope' | 'toleranceM' | 'planar'>;

interface ClassParties {
  boundary: Ground;
  zones: readonly SoundEntry[];
  exceptions: readonly SoundException[];
  points: Iterable<Point>;
  /** The same packed before, if it was, with its ring orders. */
  packed: { coverage: PackedCoverage; orders: Uint8Array } | null;
}

/** The proof of coverage for a group of issue classes, kept up to date. */
export class ClassSession {
  private readonly middle: Position | null;
  private readonly terms: Terms;
  private readonly index: CoverageIndex;
  private readonly levels: LevelGrounds;
  private readonly points = new Map<string, Point>();
  /** Findings at points, by the id of the point. */
  private readonly atPoints = new Map<string, DraftFinding[]>();
  private readonly defects = new WeakMap<CoverageRegion, Defect>();
  private drafts = new WeakMap<Defect, DraftFinding>();
  private stretches = new WeakMap<Defect, { members: Defect[]; draft: DraftFinding }>();

  /** @throws WholeCheckNeeded where rings cross after mending */
  constructor({ boundary, zones, exceptions, points, packed }: ClassParties, terms: Terms) {
    this.middle = middleOf(boundary);
    this.terms = terms;
    this.levels = new LevelGrounds(zones);
    const grounds = packed ? null : this.levels.update(new Map(zones.map((z) => [z.id, z])));
    const level = zones.flatMap(({ id, geometry, sequence }) => {
      const ground = grounds ? grounds.get(id) : geometry;
      return ground ? [{ id, geometry: ground, sequence }] : [];
    });
    const coverage =
      packed?.coverage ??
      packCoverage({ boundary, zones: level, exceptions, planar: terms.planar });
    const orders = packed?.orders ?? ringOrders(coverage.rings);
    if (orders.includes(ringOrder.irregular)) throw new WholeCheckNeeded();
    this.index = new CoverageIndex(coverage, {
      zones: level.map(({ sequence }) => sequence),
      exceptions,
    });
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
    for (const [id, ground] of this.levels.update(zones)) {
      changes.push(this.partyChange('zone', id, ground, zones.get(id)?.sequence));
    }
    for (const [id, exception] of exceptions) {
      const geometry = exception?.geometry ?? null;
      changes.push(this.partyChange('exception', id, geometry, exception?.sequence));
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
    this.drafts = new WeakMap();
    this.stretches = new WeakMap();
    const ids = Array.from(this.atPoints.keys());
    for (const id of ids) {
      const point = this.points.get(id);
      if (point) this.visitNear(point);
    }
  }

  /** @throws WholeCheckNeeded where the layer may lie off the boundary as a whole */
  report(): Omit<CoverageReport, 'nothing'> {
    const answer = this.index.answer();
    if (answer === null) throw new WholeCheckNeeded();
    const { gaps, overlaps, outside, areas, coveredM2 } = answer;
    const measured = (kind: DefectKind, regions: readonly CoverageRegion[]) =>
      regions.map((region) => {
        let defect = this.defects.get(region);
        if (!defect) {
          defect = defectOf(kind, region, this.terms.planar);
          this.defects.set(region, defect);
        }
        return defect;
      });
    const defects = [
      ...measured('gap', gaps),
      ...measured('overlap', overlaps),
      ...measured('outside', outside),
    ];
    const report = classReport(
      { middle: this.middle, areas, coveredM2, offset: null, defects },
      {
        ...this.terms,
        remember: {
          defect: (defect, make) => this.draftOf(defect, make),
          stretch: (stretch, make) => this.stretchDraft(stretch, make),
        },
      },
    );
    for (const list of this.atPoints.values()) report.findings.push(...list);
    return report;
  }

  private draftOf(defect: Defect, make: () => DraftFinding): DraftFinding {
    let draft = this.drafts.get(defect);
    if (!draft) {
      draft = make();
      this.drafts.set(defect, draft);
    }
    return draft;
  }

  private stretchDraft({ defects }: MismatchedStretch, make: () => DraftFinding): DraftFinding {
    const first = defects[0]!;
    const known = this.stretches.get(first);
    if (
      known?.members.length === defects.length &&
      known.members.every((d, i) => d === defects[i])
    ) {
      return known.draft;
    }
    const draft = make();
    this.stretches.set(first, { members: defects, draft });
    return draft;
  }

  private partyChange(
    role: PartyChange['role'],
    id: string,
    geometry: Ground | null,
    sequence: number | undefined,
  ): PartyChange {
    const rings = geometry && packRings([{ geometry, sign: 1 }], this.index.grid);
    if (rings && ringOrders(rings)[0] === ringOrder.irregular) throw new WholeCheckNeeded();
    return { role, id, sequence: sequence ?? this.levels.sequenceOf(id), rings };
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
