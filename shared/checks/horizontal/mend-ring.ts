import type { Position } from 'geojson';
import { turnsBack } from '#shared/geo/turns-back.ts';

/** What can be wrong with the rings of an area. */
export type FaultKind =
  | 'unclosed'
  | 'too-short'
  | 'zero-area'
  | 'spike'
  | 'self-crossing'
  | 'nesting'
  | 'no-ground';

export interface Fault {
  kind: FaultKind;
  at: Position;
  /** How many times, for spikes and crossings of one ring. */
  times: number;
}

/** Whether two positions are one on the grid, be they written with more digits than it has. */
function sameStep(a: Position, b: Position, stepsPerUnit: number): boolean {
  return [0, 1].every((i) => {
    return Math.round((a[i] ?? 0) * stepsPerUnit) === Math.round((b[i] ?? 0) * stepsPerUnit);
  });
}

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Takes out spikes and repeated positions until none is left. `ring` is open. */
function withoutSpikes(ring: readonly Position[], epsilon: number) {
  const kept = [...ring];
  const spikes: Position[] = [];
  let i = 0;
  let quiet = 0;
  while (kept.length >= 3 && quiet < kept.length) {
    const n = kept.length;
    i %= n;
    const before = kept[(i + n - 1) % n] ?? [];
    const here = kept[i] ?? [];
    const after = kept[(i + 1) % n] ?? [];
    const repeated = same(here, before);
    if (repeated || turnsBack(before, here, after, epsilon)) {
      if (!repeated) spikes.push(here);
      kept.splice(i, 1);
      i = Math.max(0, i - 2);
      quiet = 0;
    } else {
      i++;
      quiet++;
    }
  }
  return { kept, spikes };
}

/**
 * A ring closed, without repeated positions and without spikes, and what was wrong with it. It counts
 * as closed where its ends meet on the grid of `stepsPerUnit`.
 * `ring` is null when nothing is left. Crossings stay: see mend-area.ts.
 */
export function mendRing(
  ring: readonly Position[],
  epsilon: number,
  stepsPerUnit: number,
): { ring: Position[] | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const first = ring[0] ?? [];
  const open = ring.filter((p, i) => i === 0 || !same(p, ring[i - 1] ?? []));
  const closed = open.length > 1 && sameStep(first, open.at(-1) ?? [], stepsPerUnit);
  if (closed) open.pop();
  if (new Set(open.map(String)).size < 3) {
    return { ring: null, faults: [{ kind: 'too-short', at: first, times: 1 }] };
  }
  if (!closed) faults.push({ kind: 'unclosed', at: open.at(-1) ?? first, times: 1 });
  const { kept, spikes } = withoutSpikes(open, epsilon);
  if (kept.length < 3) {
    return { ring: null, faults: [...faults, { kind: 'zero-area', at: first, times: 1 }] };
  }
  const [spike] = spikes;
  if (spike) faults.push({ kind: 'spike', at: spike, times: spikes.length });
  return { ring: [...kept, kept[0] ?? first], faults };
}
