import { describe, expect, it } from 'vitest';
import { segmentIndex, segmentPairs } from '#shared/topology/segment-pairs.ts';
import type { Segments } from '#shared/topology/segments.ts';

/** A star of `spikes` round (x, y), closed, and which number its edges have as simple ring. */
function star(spikes: number, x: number, y: number, far: number) {
  const corners = Array.from({ length: 2 * spikes }, (_, i) => {
    const angle = (Math.PI * i) / spikes;
    const r = i % 2 === 0 ? far : far / 3;
    return [Math.round(x + r * Math.cos(angle)), Math.round(y + r * Math.sin(angle))] as const;
  });
  return corners.map((a, i) => [...a, ...corners[(i + 1) % corners.length]!] as const);
}

function segmentsOf(rings: (readonly [number, number, number, number])[][]): Segments {
  const all = rings.flat();
  const column = (i: 0 | 1 | 2 | 3) => Int32Array.from(all, (edge) => edge[i]);
  return {
    count: all.length,
    ax: column(0),
    ay: column(1),
    bx: column(2),
    by: column(3),
    weight: new Int8Array(all.length).fill(1),
    apart: Int32Array.from(rings.flatMap((ring, number) => ring.map(() => number + 1))),
  };
}

describe('pairs of segments that may meet', () => {
  //  \|/ \|/    edges of different rings are all found, those of one ring are not asked about
  //  /|\ /|\
  it.each([
    ['few of each', 100, 80],
    ['many of one', 1500, 80],
    ['many of both', 1500, 1200],
  ])('are those of different rings, with %s', (_, first, second) => {
    const segments = segmentsOf([
      star(first, 0, 0, 100_000),
      star(second, 90_000, 20_000, 60_000),
      star(3, -50_000, -80_000, 30_000),
    ]);
    const { ax, ay, bx, by, apart, count } = segments;
    const found = new Set<number>();
    segmentPairs(segments, segmentIndex(segments)!, (e, f) => {
      expect(e).toBeLessThan(f);
      expect(found.has(e * count + f)).toBe(false);
      found.add(e * count + f);
    });
    let expected = 0;
    for (let e = 0; e < count; e++) {
      for (let f = e + 1; f < count; f++) {
        if (apart?.[e] === apart?.[f]) continue;
        if (Math.max(ax[e]!, bx[e]!) < Math.min(ax[f]!, bx[f]!)) continue;
        if (Math.max(ax[f]!, bx[f]!) < Math.min(ax[e]!, bx[e]!)) continue;
        if (Math.max(ay[e]!, by[e]!) < Math.min(ay[f]!, by[f]!)) continue;
        if (Math.max(ay[f]!, by[f]!) < Math.min(ay[e]!, by[e]!)) continue;
        expected++;
      }
    }
    expect(found.size).toBe(expected);
    expect(expected).toBeGreaterThan(100);
  });
});
