import type { Position } from 'geojson';
import { type IssueRef, issuePosition } from '#shared/chain/open-issues.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { segmentDistance } from '#shared/geo/segment-distance.ts';
import { stepsAround } from '#shared/geo/steps-around.ts';
import type { SharedBorders } from '#shared/topology/shared-borders.ts';

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
  for (const issue of issues) {
    const at = issuePosition(issue);
    const reaches = reachOf(at, metres);
    const found = new Set<number>();
    for (const id of boxes.at(toGrid(at[0]), toGrid(at[1]))) {
      for (const { positions, edges } of shared.rings(id)) {
        for (let e = 0; e < edges.length; e++) {
          if (reaches(positions[e] as Position, positions[e + 1] as Position)) {
            near(edges[e] as number, found);
          }
        }
      }
    }
  }
}
