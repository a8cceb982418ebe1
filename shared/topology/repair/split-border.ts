import { segmentSide } from '#shared/topology/segment-side.ts';
import { orientation } from '#shared/topology/orientation.ts';
import { segmentsMeet } from '#shared/topology/segments-meet.ts';
import { middleLine } from './middle-line.ts';
import type { Vertex } from './snapped-pieces.ts';

/** One side of the border of ground that two zones share: vertices, and who is beyond (0, 1, both). */
export interface BorderStretch {
  line: Vertex[];
  /** Which of the two has its own ground beyond and takes the part here; null when neither. */
  beyond: 0 | 1 | null;
}

const same = (a: Vertex, b: Vertex): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether segments a–b and c–d meet elsewhere than in a common end that is one of `allowed`. */
function collides(a: Vertex, b: Vertex, c: Vertex, d: Vertex, allowed: readonly Vertex[]): boolean {
  if (!segmentsMeet(...a, ...b, ...c, ...d)) return false;
  const common = same(a, c) || same(a, d) ? a : same(b, c) || same(b, d) ? b : null;
  if (common === null || !allowed.some((vertex) => same(vertex, common))) return true;
  const p = common === a ? b : a;
  const q = same(common, c) ? d : c;
  if (orientation(...common, ...p, ...q) !== 0) return false;
  return (p[0] - common[0]) * (q[0] - common[0]) + (p[1] - common[1]) * (q[1] - common[1]) > 0;
}

/** Number of the first segment of a line that meets the ring, or a later one; 0 for none. */
function firstCollision(line: readonly Vertex[], ring: readonly Vertex[]): number {
  const ends = [line[0]!, line.at(-1)!];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    for (let j = 1; j < ring.length; j++) {
      if (collides(a, b, ring[j - 1]!, ring[j]!, ends)) return i;
    }
    for (let j = i + 1; j < line.length; j++) {
      if (collides(a, b, line[j - 1]!, line[j]!, j === i + 1 ? [b] : [])) return i;
    }
  }
  return 0;
}

/** Whether a line that meets a ring in its ends only runs inside: one place tells for all of it. */
function isInside(line: readonly Vertex[], ring: readonly Vertex[]): boolean {
  const px = line[0]![0] + line[1]![0];
  const py = line[0]![1] + line[1]![1];
  let turns = 0;
  for (let j = 1; j < ring.length; j++) {
    const [ax, ay] = ring[j - 1]!;
    const [bx, by] = ring[j]!;
    const side = segmentSide(2 * ax, 2 * ay, 2 * bx, 2 * by, px, py);
    if (side === null) return false;
    turns += side;
  }
  return turns !== 0;
}

/**
 * The line without those inner vertices that bring it up against the ring or itself, by rounding or
 * where it turns; null when none of it fits.
 */
function fitted(line: readonly Vertex[], ring: readonly Vertex[]): Vertex[] | null {
  const ends = [line[0]!, line.at(-1)!];
  let kept = line.filter((v, i) => {
    return i === 0 || i === line.length - 1 || !ends.some((end) => same(v, end));
  });
  for (;;) {
    kept = kept.filter((v, i) => i === 0 || !same(v, kept[i - 1]!));
    if (kept.length < 2) return null;
    const at = firstCollision(kept, ring);
    if (at === 0) return isInside(kept, ring) ? kept : null;
    if (kept.length === 2) return null;
    kept.splice(at < kept.length - 1 ? at : at - 1, 1);
  }
}

/** Middle of a line along itself, at one of its vertices. */
function middleVertex(line: readonly Vertex[]): number {
  const lengths = line.map((v, i) =>
    i === 0 ? 0 : Math.hypot(v[0] - line[i - 1]![0], v[1] - line[i - 1]![1]),
  );
  const half = lengths.reduce((sum, x) => sum + x, 0) / 2;
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    if (along + lengths[i]! / 2 >= half) return i - 1;
    along += lengths[i]!;
  }
  return line.length - 1;
}

/** The border as two runs, one for each zone; a stretch beyond which neither is goes to both in half. */
function twoRuns(stretches: readonly BorderStretch[]): [Vertex[], Vertex[]] | null {
  const runs: { beyond: 0 | 1 | null; line: Vertex[] }[] = [];
  const first = stretches.findIndex((s, i) => {
    return s.beyond !== stretches.at(i - 1)!.beyond;
  });
  if (first === -1) return null;
  const turned = [...stretches.slice(first), ...stretches.slice(0, first)];
  for (const { beyond, line } of turned) {
    const last = runs.at(-1);
    if (last && last.beyond === beyond) last.line.push(...line.slice(1));
    else runs.push({ beyond, line: [...line] });
  }
  // Neither's stretches go to the runs before and after them, each one's half.
  const own = runs.filter(({ beyond }) => beyond !== null);
  if (own.length !== 2 || own[0]!.beyond === own[1]!.beyond) return null;
  runs.forEach((run, i) => {
    if (run.beyond !== null) return;
    const before = runs.at(i - 1)!;
    const after = runs[(i + 1) % runs.length]!;
    const at = middleVertex(run.line);
    before.line.push(...run.line.slice(1, at + 1));
    after.line.unshift(...run.line.slice(at, -1));
  });
  const [a, b] = own[0]!.beyond === 0 ? [own[0]!, own[1]!] : [own[1]!, own[0]!];
  return [a.line, b.line];
}

/**
 * Divides ground along the line as near to the border of one zone as to that of the other: two
 * closed rings (counter-clockwise like the given border), for zone 0 and zone 1. Null when the border
 * is not one run of each, or no such line fits on the grid.
 * @param shrink length of a step eastward by that of one northward
 */
export function splitBorder(
  stretches: readonly BorderStretch[],
  shrink: number,
): [Vertex[], Vertex[]] | null {
  const runs = twoRuns(stretches);
  if (runs === null) return null;
  const [a, b] = runs;
  const ring = [...a, ...b.slice(1)];
  if (a.length < 2 || b.length < 2 || !same(ring[0]!, ring.at(-1)!)) return null;
  const plane = (line: readonly Vertex[]) => line.map(([x, y]): Vertex => [x * shrink, y]);
  const middle = middleLine(plane(a), plane(b)).map(
    ([x, y]): Vertex => [Math.round(x / shrink), Math.round(y)],
  );
  const start = a[0]!;
  const end = a.at(-1)!;
  const line = fitted([start, ...middle, end], ring);
  if (line === null) return null;
  return [
    [...a, ...line.toReversed().slice(1)],
    [...b, ...line.slice(1)],
  ];
}
