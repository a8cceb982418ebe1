import type { NodedSegments } from './node-segments.ts';

/** Answers which segments (by number, ascending) lie under a piece. */
export function pieceSegments(noded: NodedSegments): (piece: number) => Int32Array {
  const { pieceCount, pieceStart, pieceOf } = noded;
  const start = new Int32Array(pieceCount + 1);
  for (const piece of pieceOf) start[piece + 1]!++;
  for (let k = 0; k < pieceCount; k++) start[k + 1]! += start[k]!;
  const fill = start.slice(0, pieceCount);
  const segments = new Int32Array(pieceOf.length);
  for (let s = 0; s + 1 < pieceStart.length; s++) {
    for (let i = pieceStart[s]!; i < pieceStart[s + 1]!; i++) {
      segments[fill[pieceOf[i]!]!++] = s;
    }
  }
  return (piece) => segments.subarray(start[piece], start[piece + 1]);
}
