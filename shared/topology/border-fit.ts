import type { Position } from 'geojson';
import type { SharedBorders } from './shared-borders.ts';

/**
 * How a registered line lies to the border as it is now: it runs along it, the border has moved away
 * from under it, or the two areas have no border in common any more.
 */
export type BorderFit = 'fits' | 'moved' | 'apart';

interface Line {
  partyIds: readonly [string, string];
  /** Where both parties draw their own line, each may be the one registered. */
  disputed: boolean;
  lines: readonly (readonly Position[])[];
}

/** How a registered line lies to the border of its parties. */
export function borderFit(borders: SharedBorders, { partyIds, disputed, lines }: Line): BorderFit {
  const [a, b] = partyIds;
  let edges = 0;
  let kept = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [from, to] = [line[i - 1] as Position, line[i] as Position];
      const [ofA, ofB] = [borders.hasEdge(a, from, to), borders.hasEdge(b, from, to)];
      edges++;
      if (disputed ? ofA || ofB : ofA && ofB) kept++;
    }
  }
  if (edges > 0 && kept === edges) return 'fits';
  for (const [other] of borders.neighboursOf(a)) if (other === b) return 'moved';
  return 'apart';
}
