import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancelEdges } from '#shared/topology/cancel-edges.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { draftCoverage } from '#test/bench/coverage/generate-coverage.ts';
import { packZones, rings } from './packed.ts';

/** Signed sum of edges: how often each is left in its direction when opposite ones cancel. */
function signedSum(packed: CoverageRings, edges: Iterable<number>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const e of edges) {
    const a = `${packed.x[e]},${packed.y[e]}`;
    const b = `${packed.x[e + 1]},${packed.y[e + 1]}`;
    const [key, step] = a < b ? [`${a} ${b}`, 1] : [`${b} ${a}`, -1];
    sum.set(key, (sum.get(key) ?? 0) + step);
  }
  for (const [key, value] of sum) if (value === 0) sum.delete(key);
  return sum;
}

function allEdges(packed: CoverageRings): number[] {
  return [...packed.ringParty.keys()].flatMap((r) => {
    const start = packed.ringStart[r]!;
    return Array.from({ length: packed.ringStart[r + 1]! - 1 - start }, (_, i) => start + i);
  });
}

describe('cancelEdges', () => {
  // +--+--+
  // |0 | 1|   the common edge goes, the six around stay
  // +--+--+
  it('cancels what two neighbours share', () => {
    const packed = packZones(
      rings([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      rings([
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ]),
    );
    expect(cancelEdges(packed).residue).toHaveLength(6);
  });

  it('leaves exactly what plain counting leaves, whatever is doubled or missing', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.nat({ max: 24 }), { maxLength: 6 }),
        (seed, doubled) => {
          const { zones } = draftCoverage(25, 6, seed);
          const grounds = zones.map(({ polygons }) => rings(...polygons[0]!));
          const kept = grounds.filter((_, i) => i % 7 !== 3);
          const packed = packZones(...kept, ...doubled.map((i) => grounds[i]!));
          const left = cancelEdges(packed).residue;
          expect(signedSum(packed, left)).toEqual(signedSum(packed, allEdges(packed)));
          // Nothing that could cancel is left: each edge only in one direction.
          const directed = new Set(
            [...left].map(
              (e) => `${packed.x[e]},${packed.y[e]} ${packed.x[e + 1]},${packed.y[e + 1]}`,
            ),
          );
          for (const edge of directed) {
            expect(directed.has(edge.split(' ').reverse().join(' '))).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps rings it is told to keep', () => {
    const square = rings([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
    const other = rings([
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ]);
    const packed = packZones(square, other);
    expect(cancelEdges(packed, Uint8Array.of(1, 0)).residue).toHaveLength(8);
  });
});
