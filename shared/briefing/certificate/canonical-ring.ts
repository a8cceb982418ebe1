import type { Position } from 'geojson';
import { comparePositions, compareSequences, type Steps, toSteps } from './grid-steps.ts';

/** Twice the area, beyond rounding: the sign that doubles cannot settle is settled in whole numbers. */
function turnOf(ring: readonly Steps[]): number {
  const [x0, y0] = ring[0] as Steps;
  let sum = 0;
  let size = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Steps;
    const [bx, by] = ring[(i + 1) % ring.length] as Steps;
    const [left, right] = [(ax - x0) * (by - y0), (bx - x0) * (ay - y0)];
    sum += left - right;
    size += Math.abs(left) + Math.abs(right);
  }
  // 2^-52 for each of the few operations per term is far below this bound.
  if (Math.abs(sum) > size * ring.length * 1e-15) return Math.sign(sum);
  let exact = 0n;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Steps;
    const [bx, by] = ring[(i + 1) % ring.length] as Steps;
    exact += BigInt(ax) * BigInt(by) - BigInt(bx) * BigInt(ay);
  }
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** Positions without repeats of the one before; the last is not the first again. */
function withoutRepeats(ring: readonly Position[], planar: boolean): Steps[] {
  const kept: Steps[] = [];
  for (const position of ring) {
    const here = toSteps(position, planar);
    const last = kept.at(-1);
    if (!last || comparePositions(last, here) !== 0) kept.push(here);
  }
  while (kept.length > 1 && comparePositions(kept[0] as Steps, kept.at(-1) as Steps) === 0) {
    kept.pop();
  }
  return kept;
}

/** The ring from its smallest position on; where that comes twice, the smaller sequence. */
function fromSmallest(ring: readonly Steps[]): Steps[] {
  let least = ring[0] as Steps;
  for (const position of ring) if (comparePositions(position, least) < 0) least = position;
  let best: Steps[] | null = null;
  for (const [i, position] of ring.entries()) {
    if (comparePositions(position, least) !== 0) continue;
    const turned = [...ring.slice(i), ...ring.slice(0, i)];
    if (!best || compareSequences(turned, best, comparePositions) < 0) best = turned;
  }
  return best ?? [];
}

/**
 * The one form of a ring, however it is written: whole steps, no position twice in a row, open,
 * anticlockwise when `outer` and clockwise when not, from its smallest position on. Null when fewer
 * than three positions are left. Of a ring without area the smaller direction is taken.
 */
export function canonicalRing(
  ring: readonly Position[],
  outer: boolean,
  planar: boolean,
): Steps[] | null {
  const kept = withoutRepeats(ring, planar);
  if (kept.length < 3) return null;
  const turn = turnOf(kept);
  if (turn === 0) {
    const [one, other] = [fromSmallest(kept), fromSmallest(kept.toReversed())];
    return compareSequences(one, other, comparePositions) <= 0 ? one : other;
  }
  return fromSmallest(turn > 0 === outer ? kept : kept.toReversed());
}
