import type { Position } from 'geojson';
import { type IssueRef, issuePosition } from '#shared/chain/open-issues.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { segmentDistance } from '#shared/geo/segment-distance.ts';
import { stepsAround } from '#shared/geo/steps-around.ts';
import type { PartyRing, SharedBorders } from '#shared/topology/shared-borders.ts';

const metresPerDegree = radiansPerDegree * earthRadiusM;

/** Tells whether edges come within some metres of a position; what is far off is told at once. */
function reachOf([x, y]: readonly [number, number], metres: number) {
  const kx = metresPerDegree * Math.cos(y * radiansPerDegree);
  return ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean => {
    const [fromX, toX] = [(ax - x) * kx, (bx - x) * kx];
    if ((fromX > metres && toX > metres) || (fromX < -metres && toX < -metres)) return false;
    const [fromY, toY] = [(ay - y) * metresPerDegree, (by - y) * metresPerDegree];
    if ((fromY > metres && toY > metres) || (fromY < -metres && toY < -metres)) return false;
    return segmentDistance(0, 0, fromX, fromY, toX, toY) <= metres;
  };
}

/** The box [west, south, east, north] in degrees that holds all within some metres of a position. */
function degreesAround([x, y]: readonly [number, number], metres: number): Bounds {
  const dy = (metres / metresPerDegree) * 1.001;
  const dx = dy / Math.cos(y * radiansPerDegree);
  return [x - dx, y - dy, x + dx, y + dy];
}

/** Counts issues near lines of their own, each issue once for a row. */
export class BorderIssues {
  private readonly metres: number;
  private readonly grid = new BoxGrid<{ row: number; lines: readonly (readonly Position[])[] }>();

  constructor(metres: number) {
    this.metres = metres;
  }

  /** Adds the lines of a row. */
  add(row: number, lines: readonly (readonly Position[])[]): void {
    const box = boundsOf(lines.flat() as Position[]);
    if (box[0] <= box[2]) this.grid.add({ row, lines }, stepsAround(box, this.metres));
  }

  /** Tells of each issue the rows that it lies near to. */
  count(issues: readonly IssueRef[], near: (row: number) => void): void {
    for (const issue of issues) {
      const at = issuePosition(issue);
      const reaches = reachOf(at, this.metres);
      for (const { row, lines } of this.grid.at(toGrid(at[0]), toGrid(at[1]))) {
        const isNear = lines.some((line) =>
          line.some((to, i) => i > 0 && reaches(line[i - 1] as Position, to)),
        );
        if (isNear) near(row);
      }
    }
  }
}

/** Edges that are passed over together when their box lies too far off. */
const edgesInRun = 16;

/** Boxes [west, south, east, north] (degrees) of a ring's edges, a run of them to a box. */
function runBoxes(positions: readonly Position[], edgeCount: number): Float64Array {
  const runs = Math.ceil(edgeCount / edgesInRun);
  const boxes = new Float64Array(runs * 4);
  for (let run = 0; run < runs; run++) {
    const from = run * edgesInRun;
    boxes.set(boundsOf(positions.slice(from, from + edgesInRun + 1)), run * 4);
  }
  return boxes;
}

/**
 * Tells of each issue the edges near it that two areas share or more; `found` is a set of its own for
 * each issue. `boxes` holds the areas with so many metres round them.
 */
export function countAlongShared(
  shared: SharedBorders,
  boxes: BoxGrid<string>,
  issues: readonly IssueRef[],
  metres: number,
  near: (edge: number, found: Set<number>) => void,
): void {
  const runsOf = new Map<PartyRing, Float64Array>();
  for (const issue of issues) {
    const at = issuePosition(issue);
    const reaches = reachOf(at, metres);
    const [west, south, east, north] = degreesAround(at, metres);
    const found = new Set<number>();
    for (const id of boxes.at(toGrid(at[0]), toGrid(at[1]))) {
      for (const ring of shared.rings(id)) {
        const { positions, edges } = ring;
        let runs = runsOf.get(ring);
        if (!runs) {
          runs = runBoxes(positions, edges.length);
          runsOf.set(ring, runs);
        }
        for (let run = 0; run * 4 < runs.length; run++) {
          const [minX = 0, minY = 0, maxX = 0, maxY = 0] = runs.subarray(run * 4, run * 4 + 4);
          if (minX > east || maxX < west || minY > north || maxY < south) continue;
          const end = Math.min(edges.length, (run + 1) * edgesInRun);
          for (let e = run * edgesInRun; e < end; e++) {
            if (reaches(positions[e] as Position, positions[e + 1] as Position)) {
              near(edges[e] as number, found);
            }
          }
        }
      }
    }
  }
}
