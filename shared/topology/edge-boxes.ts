import Flatbush from 'flatbush';
import { type StepBox, emptyBox, joinBoxes } from './box-grid.ts';

/** Boxes of edges in grid steps, four numbers each: min x, min y, max x, max y. */
export type EdgeBoxes = Int32Array;

/** Up to so many pairs are compared one by one. */
const fewPairs = 20_000;

/** The boxes of edges that go from vertex e to vertex e + 1. */
export function edgeBoxes(x: Int32Array, y: Int32Array, edges: ArrayLike<number>): EdgeBoxes {
  const boxes = new Int32Array(4 * edges.length);
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i]!;
    boxes[4 * i] = Math.min(x[e]!, x[e + 1]!);
    boxes[4 * i + 1] = Math.min(y[e]!, y[e + 1]!);
    boxes[4 * i + 2] = Math.max(x[e]!, x[e + 1]!);
    boxes[4 * i + 3] = Math.max(y[e]!, y[e + 1]!);
  }
  return boxes;
}

/** The smallest box around all. */
export function boxAround(boxes: EdgeBoxes): StepBox {
  let box = emptyBox;
  for (let i = 0; i < boxes.length; i += 4) {
    box = joinBoxes(box, [boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!]);
  }
  return box;
}

/** Those that meet `box`. */
function within(boxes: EdgeBoxes, [left, bottom, right, top]: StepBox): number[] {
  const found: number[] = [];
  for (let i = 0; i < boxes.length; i += 4) {
    if (boxes[i]! > right || boxes[i + 2]! < left) continue;
    if (boxes[i + 1]! > top || boxes[i + 3]! < bottom) continue;
    found.push(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
  }
  return found;
}

/** Whether some box of `a` meets `box`. */
function anyMeets(a: EdgeBoxes, box: StepBox): boolean {
  return within(a, box).length > 0;
}

/** Whether some box of `a` meets one of `b`; `common` is where all of both lie that may. */
export function boxesTouch(a: EdgeBoxes, b: EdgeBoxes, common: StepBox): boolean {
  const [first, second] = [within(a, common), within(b, common)].sort(
    (p, q) => p.length - q.length,
  ) as [number[], number[]];
  if (first.length === 0) return false;
  if ((first.length * second.length) / 16 <= fewPairs) {
    const boxes = Int32Array.from(second);
    for (let i = 0; i < first.length; i += 4) {
      const box: StepBox = [first[i]!, first[i + 1]!, first[i + 2]!, first[i + 3]!];
      if (anyMeets(boxes, box)) return true;
    }
    return false;
  }
  const index = new Flatbush(second.length / 4, 16, Int32Array);
  for (let i = 0; i < second.length; i += 4) {
    index.add(second[i]!, second[i + 1]!, second[i + 2]!, second[i + 3]!);
  }
  index.finish();
  for (let i = 0; i < first.length; i += 4) {
    let met = false;
    index.search(first[i]!, first[i + 1]!, first[i + 2]!, first[i + 3]!, () => (met = true));
    if (met) return true;
  }
  return false;
}
