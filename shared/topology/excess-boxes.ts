import { arrange } from './arrangement.ts';
import { joinBoxes, type StepBox } from './box-grid.ts';
import type { EdgeTable } from './edge-table.ts';
import { nodeSegments } from './node-segments.ts';
import type { Segments } from './segments.ts';

/** Boxes round the faces that edges of a table go round more than 0 times. */
export function excessBoxes(table: EdgeTable, edges: readonly number[]): StepBox[] {
  const { x, y } = table;
  const segments: Segments = {
    count: edges.length,
    ax: Int32Array.from(edges, (e) => x[e]!),
    ay: Int32Array.from(edges, (e) => y[e]!),
    bx: Int32Array.from(edges, (e) => x[e + 1]!),
    by: Int32Array.from(edges, (e) => y[e + 1]!),
    weight: new Int8Array(edges.length).fill(1),
  };
  const noded = nodeSegments(segments);
  const { face, winding } = arrange(segments, noded);
  const boxes = new Map<number, StepBox>();
  for (let half = 0; half < face.length; half++) {
    const side = face[half]!;
    if (winding[side]! <= 0) continue;
    const u = noded.from[half >> 1]!;
    const v = noded.to[half >> 1]!;
    const box: StepBox = [
      Math.min(noded.x[u]!, noded.x[v]!),
      Math.min(noded.y[u]!, noded.y[v]!),
      Math.max(noded.x[u]!, noded.x[v]!),
      Math.max(noded.y[u]!, noded.y[v]!),
    ];
    const known = boxes.get(side);
    boxes.set(side, known === undefined ? box : joinBoxes(known, box));
  }
  return [...boxes.values()];
}
