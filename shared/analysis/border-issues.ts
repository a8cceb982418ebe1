import type { Position } from 'geojson';
import { type IssueRef, issuePosition } from '#shared/chain/open-issues.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { segmentDistance } from '#shared/geo/segment-distance.ts';

/** Edges that lie together, each with the row it counts for: [fromX, fromY, toX, toY] in degrees. */
interface Bundle {
  edges: number[];
  rows: number[];
}

const metresPerDegree = radiansPerDegree * earthRadiusM;

/** Counts issues near the borders of many rows, each issue once for a row. */
export class BorderIssues {
  private readonly metres: number;
  private readonly grid = new BoxGrid<Bundle>();
  private open: Bundle = { edges: [], rows: [] };
  /** Row -> number of the issue that was counted for it last. */
  private readonly last = new Map<number, number>();

  constructor(metres: number) {
    this.metres = metres;
  }

  /** Adds the lines of a row. */
  add(row: number, lines: readonly (readonly Position[])[]): void {
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) this.addEdge(row, line[i - 1] ?? [], line[i] ?? []);
    }
    this.close();
  }

  /** Adds an edge to the bundle that is open. Edges of one bundle should lie together. */
  addEdge(row: number, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): void {
    this.open.edges.push(ax, ay, bx, by);
    this.open.rows.push(row);
  }

  /** Ends the bundle, so that its edges are counted with. */
  close(): void {
    const { edges } = this.open;
    if (edges.length === 0) return;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < edges.length; i += 2) {
      const [x, y] = [edges[i] as number, edges[i + 1] as number];
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    const dy = this.metres / metresPerDegree;
    const furthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + 1);
    const dx = dy / Math.cos(furthest * radiansPerDegree);
    this.grid.add(this.open, [
      toGrid(west - dx) - 1,
      toGrid(south - dy) - 1,
      toGrid(east + dx) + 1,
      toGrid(north + dy) + 1,
    ]);
    this.open = { edges: [], rows: [] };
  }

  /** Tells of each issue the rows that it lies near to. */
  count(issues: readonly IssueRef[], near: (row: number) => void): void {
    this.last.clear();
    issues.forEach((issue, number) => {
      const [x, y] = issuePosition(issue);
      const kx = metresPerDegree * Math.cos(y * radiansPerDegree);
      for (const { edges, rows } of this.grid.at(toGrid(x), toGrid(y))) {
        for (let i = 0; i < rows.length; i++) {
          const away = segmentDistance(
            0,
            0,
            ((edges[4 * i] as number) - x) * kx,
            ((edges[4 * i + 1] as number) - y) * metresPerDegree,
            ((edges[4 * i + 2] as number) - x) * kx,
            ((edges[4 * i + 3] as number) - y) * metresPerDegree,
          );
          const row = rows[i] as number;
          if (away > this.metres || this.last.get(row) === number) continue;
          this.last.set(row, number);
          near(row);
        }
      }
    });
  }
}
