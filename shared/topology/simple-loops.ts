/** Cuts a closed walk over nodes into rings that visit no node twice. */
export function simpleLoops(walk: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const at = new Map<number, number>();
  for (const node of walk) {
    const seen = at.get(node);
    if (seen === undefined) {
      at.set(node, path.push(node) - 1);
      continue;
    }
    const loop = path.splice(seen);
    for (const cut of loop) at.delete(cut);
    loops.push(loop);
    at.set(node, path.push(node) - 1);
  }
  loops.push(path);
  // There and back along one piece is no ring.
  return loops.filter((loop) => loop.length > 2);
}
