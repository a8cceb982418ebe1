import { AreaIndex } from '#shared/geo/area-index.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { precedence } from '#shared/model/precedence.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { monthsOf } from './cases-a-month.ts';
import { changeBounds } from './change-bounds.ts';
import { IssueGrid } from './issue-grid.ts';
import { type GroundEdit, groundEdits, type RecordChange } from './record-change.ts';

/** What a change of ground means for one zone (or street, or community); gains are positive. */
export interface ZoneConsequence {
  zoneId: string;
  name: string;
  /** Ground in m². */
  areaM2: number;
  points: number;
  /** Issues found on the ground that changed hands, and the same for an average month. */
  issues: number;
  casesAMonth: number;
}

/** Ground (m²) below which a zone has only gained corners. */
const leastM2 = 0.005;

const grids = new WeakMap<IssueChunk, IssueGrid>();

function gridOf(chunk: IssueChunk): IssueGrid {
  let grid = grids.get(chunk);
  if (grid === undefined) {
    grid = new IssueGrid(chunk);
    grids.set(chunk, grid);
  }
  return grid;
}

/** +1 for what is only in `to`, -1 for what is only in `from`, 0 for both and neither. */
function changeAt(from: Area | null, to: Area | null): (position: [number, number]) => number {
  const before = from && new AreaIndex(from);
  const now = to && new AreaIndex(to);
  // On the border itself something belongs to either side; it is not counted as moving.
  const isIn = (index: AreaIndex | null, position: [number, number]): boolean =>
    index !== null && index.locate(position, 0) !== 'outside';
  return (position) => Number(isIn(now, position)) - Number(isIn(before, position));
}

/** Whether a record gains or loses ground, and not only corners. */
function isReal({ before, after }: GroundEdit): boolean {
  return Math.abs(gainM2(before, after)) >= leastM2;
}

function gainM2(before: Area | null, after: Area | null): number {
  return (after ? areaM2(after) : 0) - (before ? areaM2(before) : 0);
}

/** Zones that answer before a zone does, wherever they stand; none before a street or community. */
function higherThan(record: AnyRecord, zones: readonly Zone[]): AreaIndex[] {
  if (record.kind !== 'zone') return [];
  return zones
    .filter(({ shape }) => precedence[shape] > precedence[record.shape])
    .flatMap((other) => {
      const ground = zoneGround(other);
      return ground ? [new AreaIndex(ground)] : [];
    });
}

/**
 * What an edit means for each zone whose ground it changes, most ground first: square metres,
 * points, and cases a month by the issues found on that ground so far; for each street or community
 * where no zone changes. Where a zone of higher precedence (点 over 条 over 块) answers, points and
 * issues stay with that one. Only the ground that changed is looked at.
 */
export function groundConsequence(
  document: DocumentView,
  changes: readonly RecordChange[],
): ZoneConsequence[] {
  const chunks = document.all('issueChunk');
  const months = monthsOf(chunks);
  const consequences: ZoneConsequence[] = [];
  const above = document.all('zone').filter(({ shape }) => precedence[shape] > 0);
  for (const { record, before, after } of groundEdits(changes, isReal)) {
    const bounds = changeBounds(before, after);
    if (!bounds || record.kind === 'exception') continue;
    const sign = changeAt(before, after);
    const higher = higherThan(record, above);
    const signAt = (position: [number, number]): number => {
      const moved = sign(position);
      if (moved === 0) return 0;
      return higher.some((index) => index.locate(position, 0) === 'inside') ? 0 : moved;
    };
    let points = 0;
    for (const { position } of document.all('point')) {
      const [x, y] = position;
      if (x < bounds[0] || x > bounds[2] || y < bounds[1] || y > bounds[3]) continue;
      points += signAt(position);
    }
    let issues = 0;
    for (const chunk of chunks) {
      gridOf(chunk).within(bounds, (i) => {
        const x = fromGrid(chunk.longitude[i] as number);
        const y = fromGrid(chunk.latitude[i] as number);
        issues += signAt([x, y]);
      });
    }
    consequences.push({
      zoneId: record.id,
      name: recordName(record),
      areaM2: gainM2(before, after),
      points,
      issues,
      casesAMonth: issues / months,
    });
  }
  return consequences.sort((a, b) => Math.abs(b.areaM2) - Math.abs(a.areaM2));
}

function recordName(record: AnyRecord): string {
  return 'name' in record ? record.name : '';
}
