import type { IssueRef } from '#shared/chain/open-issues.ts';
import { linesLengthM } from '#shared/geo/line-length.ts';
import { type Border, type BorderLevel, borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type BorderFit, borderFit } from '#shared/topology/border-fit.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import { BorderIssues } from './border-issues.ts';

/** One line of the border register. */
export interface BorderRow {
  partyIds: readonly [string, string];
  /** Null for what the register says nothing about. */
  border: Border | null;
  lengthM: number;
  /** How a registered line lies to the border as it is now; what is derived from it fits. */
  fit: BorderFit;
  /** Open issues near it: those that get bounced from side to side. */
  issues: number;
}

/** Less than this (metres) of a border left over from registered stretches is rounding. */
const leastM = 0.5;

function areaOf(record: { geometry: { type: string } }): Area | null {
  const { type } = record.geometry;
  return type === 'Polygon' || type === 'MultiPolygon' ? (record.geometry as Area) : null;
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The border register of one level of a project: every border that two areas share, with what is
 * registered about it. Follows the records as they change; only areas that changed are read again.
 */
export class BorderBook {
  readonly shared = new SharedBorders();
  private readonly level: BorderLevel;
  private borders: readonly Border[] = [];
  private seen: readonly unknown[] = [];
  private made: BorderRow[] | null = null;
  private areas = new Map<string, Area>();

  constructor(level: BorderLevel) {
    this.level = level;
  }

  /** Takes up the records as they stand, and answers all rows. */
  rows(records: DocumentView, openIssues: () => readonly IssueRef[], metres: number): BorderRow[] {
    // Lists of a document stay the same object as long as nothing in them changes.
    const seen = [
      records.all(this.level),
      records.all('border'),
      records.all('issueChunk'),
      metres,
    ];
    if (this.made && seen.every((one, i) => one === this.seen[i])) return this.made;
    this.seen = seen;
    this.follow(records);
    this.borders = records.all('border').filter(({ partyIds }) => {
      return partyIds.some((id) => records.find(this.level, id) !== undefined);
    });
    this.made = this.make(openIssues(), metres);
    return this.made;
  }

  /** Brings the shared borders up to date. */
  private follow(records: DocumentView): void {
    const now = new Map<string, Area>();
    for (const record of records.all(this.level)) {
      const area = areaOf(record);
      if (!area) continue;
      now.set(record.id, area);
      if (this.areas.get(record.id) !== area) this.shared.set(record.id, area);
    }
    for (const id of this.areas.keys()) {
      if (!now.has(id)) this.shared.set(id, null);
    }
    this.areas = now;
  }

  private make(openIssues: readonly IssueRef[], metres: number): BorderRow[] {
    const rows: BorderRow[] = [];
    const near = new BorderIssues(metres);
    /** Edge -> row of the registered stretch that has it. */
    const registered = new Map<number, number>();
    const registeredM = new Map<string, number>();
    for (const border of this.borders) {
      const number = rows.length;
      const lines = borderLines(border);
      const { partyIds, disputed } = border;
      const fit = borderFit(this.shared, { partyIds, disputed, lines });
      rows.push({ partyIds, border, lengthM: linesLengthM(lines), fit, issues: 0 });
      near.add(number, lines);
      const key = pairKey(...partyIds);
      for (const line of lines) {
        for (let i = 1; i < line.length; i++) {
          const [from, to] = [line[i - 1] ?? [0, 0], line[i] ?? [0, 0]];
          const edge = this.shared.knownEdge(from, to);
          if (edge === null || registered.has(edge)) continue;
          if (!partyIds.every((id) => this.shared.hasEdge(id, from, to))) continue;
          registered.set(edge, number);
          registeredM.set(key, (registeredM.get(key) ?? 0) + linesLengthM([[from, to]]));
        }
      }
    }
    for (const id of this.shared.ids()) {
      const open = new Map<string, number>();
      for (const [other, lengthM] of this.shared.neighboursOf(id)) {
        if (other < id) continue;
        const left = lengthM - (registeredM.get(pairKey(id, other)) ?? 0);
        if (left < leastM) continue;
        open.set(other, rows.length);
        rows.push({ partyIds: [id, other], border: null, lengthM: left, fit: 'fits', issues: 0 });
      }
      if (open.size > 0) {
        this.shared.edgesOf(id, (from, to, edge, others) => {
          if (registered.has(edge)) return;
          for (const other of others) {
            const row = open.get(other);
            if (row !== undefined) near.addEdge(row, from, to);
          }
        });
        near.close();
      }
    }
    near.count(openIssues, (row) => {
      const counted = rows[row];
      if (counted) counted.issues++;
    });
    return rows.sort(inRegisterOrder);
  }
}

/** What asks for a decision first: disputes, lines that have moved, then what is settled, then the rest. */
function rankOf({ border, fit }: BorderRow): number {
  if (border?.disputed) return 0;
  if (fit !== 'fits') return 1;
  return border ? 2 : 3;
}

function inRegisterOrder(a: BorderRow, b: BorderRow): number {
  return rankOf(a) - rankOf(b) || b.issues - a.issues || b.lengthM - a.lengthM;
}
