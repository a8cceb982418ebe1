import type { Position } from 'geojson';
import { distanceM } from './distance-m.ts';

/** Length of lines in metres. */
export function linesLengthM(lines: readonly (readonly Position[])[]): number {
  let length = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) length += distanceM(line[i - 1] ?? [], line[i] ?? []);
  }
  return length;
}
