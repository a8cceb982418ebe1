import Flatbush from 'flatbush';

/** [min x, min y, max x, max y] in steps. */
export type Box = [number, number, number, number];

/** Up to so many boxes, looking at each is quicker than an index. */
const fewBoxes = 100;

/** Answers whether a box meets any of some boxes, of which there must be one at least. */
export function boxCollider(
  boxes: readonly Box[],
): (minX: number, minY: number, maxX: number, maxY: number) => boolean {
  if (boxes.length > fewBoxes) {
    const index = new Flatbush(boxes.length);
    for (const box of boxes) index.add(...box);
    index.finish();
    return (minX, minY, maxX, maxY) => index.collides(minX, minY, maxX, maxY);
  }
  const flat = Float64Array.from(boxes.flat());
  return (minX, minY, maxX, maxY) => {
    for (let b = 0; b < flat.length; b += 4) {
      if (minX > flat[b + 2]! || maxX < flat[b]!) continue;
      if (minY <= flat[b + 3]! && maxY >= flat[b + 1]!) return true;
    }
    return false;
  };
}
