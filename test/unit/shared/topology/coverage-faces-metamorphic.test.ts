import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { CoverageQuestion, Ground } from '#shared/topology/packed-coverage.ts';
import { draftCoverage } from '#test/bench/coverage/generate-coverage.ts';

type Ring = Position[];
type Rings = Ring[][];

/** A coverage with some vertices moved, as open rings. */
function damaged(seed: number, moves: number): { boundary: Ring; zones: Map<string, Rings> } {
  const draft = draftCoverage(9, 4, seed);
  for (let n = 0; n < moves; n++) {
    const zone = draft.zones[Math.floor(draft.random() * draft.zones.length)]!;
    const ring = zone.polygons[0]![0]!;
    const i = Math.floor(draft.random() * ring.length);
    const off = () => Math.round((draft.random() - 0.5) * 16_000) / 1000;
    ring[i] = [ring[i]![0]! + off(), ring[i]![1]! + off()];
  }
  return {
    boundary: draft.boundary,
    zones: new Map(draft.zones.map(({ name, polygons }) => [name, polygons])),
  };
}

interface Change {
  order: (ids: string[]) => string[];
  ring: (ring: Ring) => Ring;
}

function ask({ boundary, zones }: ReturnType<typeof damaged>, change: Change): CoverageQuestion {
  const closed = (ring: Ring) => {
    const changed = change.ring(ring);
    return [...changed, changed[0]!];
  };
  const ground = (polygons: Rings): Ground => ({
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map(closed)),
  });
  return {
    planar: true,
    boundary: ground([[boundary]]),
    zones: change.order([...zones.keys()]).map((id) => ({ id, geometry: ground(zones.get(id)!) })),
    exceptions: [],
  };
}

/** Defects as text that does not depend on order. */
function summary(question: CoverageQuestion): string[] {
  const answer = coverageFaces(question);
  return (['gaps', 'overlaps', 'outside'] as const)
    .flatMap((kind) =>
      answer[kind].map(
        ({ zoneIds, besideIds, areaM2, polygon }) =>
          `${kind} ${[...zoneIds].sort().join()} beside ${[...besideIds].sort().join()} ` +
          `${areaM2.toFixed(5)} ${polygon.coordinates.map((ring) => ring.length).join()}`,
      ),
    )
    .sort();
}

const same: Change = { order: (ids) => ids, ring: (ring) => ring };

describe('coverageFaces does not care', () => {
  const cases: Record<string, Change> = {
    'in which order zones stand': { ...same, order: (ids) => ids.toReversed() },
    'where rings start': { ...same, ring: (ring) => [...ring.slice(3), ...ring.slice(0, 3)] },
    'which way rings run': { ...same, ring: (ring) => ring.toReversed() },
    'where on the plane it all lies': {
      ...same,
      ring: (ring) => ring.map(([x, y]) => [x! + 39_400_123.457, y! + 4_420_321.119]),
    },
  };
  for (const [name, change] of Object.entries(cases)) {
    it(name, () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (seed, moves) => {
          const coverage = damaged(seed, moves);
          expect(summary(ask(coverage, change))).toEqual(summary(ask(coverage, same)));
        }),
        { numRuns: 40 },
      );
    });
  }
});
