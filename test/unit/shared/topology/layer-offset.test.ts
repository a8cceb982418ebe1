import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cancelEdges } from '#shared/topology/cancel-edges.ts';
import { type LayerOffset, layerOffset } from '#shared/topology/layer-offset.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { generateCoverage } from '#test/bench/coverage/generate-coverage.ts';

/** The offset found when the boundary of a perfect coverage is moved. */
function offsetAfter(move: (position: Position) => Position): LayerOffset | null {
  const { zones, boundary } = generateCoverage(36);
  const coverage = packCoverage({
    planar: true,
    boundary: {
      type: 'Polygon',
      coordinates: boundary.geometry.coordinates.map((ring) => ring.map(move)),
    },
    zones: zones.features.map(({ geometry }, i) => ({ id: `z${i}`, geometry })),
    exceptions: [],
  });
  return layerOffset(coverage, cancelEdges(coverage.rings).residue);
}

describe('layerOffset', () => {
  //   +------+
  // +-|----+ |   all zones lie 320 m east and 150 m south of the boundary
  // | +----|-+
  // +------+
  it('measures by how much all zones are shifted', () => {
    const found = offsetAfter(([x, y]) => [x! - 320.25, y! + 150.5]);
    expect(found?.eastM).toBeCloseTo(320.25, 2);
    expect(found?.northM).toBeCloseTo(-150.5, 2);
    expect(found?.share).toBeGreaterThan(0.95);
  });

  it('bears with systems that differ a little from place to place', () => {
    const found = offsetAfter(([x, y]) => [x! * 1.0005 + 400, y! * 0.9996 - 200]);
    expect(Math.abs(found!.eastM + 400)).toBeLessThan(1);
    expect(Math.abs(found!.northM - 200)).toBeLessThan(1);
  });

  it('finds none where the boundary matches, or is quite another one', () => {
    expect(offsetAfter((position) => position)).toBeNull();
    const other = offsetAfter(([x, y]) => [y! * 1.3 + Math.sin(x!) * 9, x! * 0.7]);
    expect(other).toBeNull();
  });
});
