import { describe, expect, it } from 'vitest';
import { findingPins } from '#renderer/map/finding-pins.ts';
import type { Finding } from '#shared/checks/finding.ts';

function gap(id: string, x: number, y: number, side: number): Finding {
  return {
    id,
    rule: 'gap',
    severity: 'error',
    recordIds: [],
    areaM2: 1,
    widthM: 1,
    lengthM: null,
    at: [x, y],
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y + side],
          [x, y],
        ],
      ],
    },
    message: { key: 'gap', params: {} },
    fixes: [],
    issueClasses: null,
  };
}

describe('findingPins', () => {
  it('marks a defect only while it is smaller than 12 pixels', () => {
    // 0.001° are 0.73 px at zoom 9 with 512 px tiles, and 11.6 px at zoom 13, 23.3 px at zoom 14.
    const finding = gap('g', 116.3, 40, 0.001);
    expect(findingPins([finding], 9)).toHaveLength(1);
    expect(findingPins([finding], 14)).toHaveLength(0);
  });

  it('marks nothing that is only noted', () => {
    const note: Finding = { ...gap('n', 116.3, 40, 1e-5), rule: 'stray', severity: 'note' };
    expect(findingPins([note], 9)).toEqual([]);
  });

  it('gathers near ones into one pin with their number', () => {
    const near = [gap('a', 116.3, 40, 1e-5), gap('b', 116.3001, 40, 1e-5), gap('c', 117, 40, 1e-5)];
    const labels = findingPins(near, 10).map(([, pin]) => pin.properties.label);
    expect(labels).toEqual(['2', '1']);
    expect(findingPins(near, 19)).toHaveLength(3);
  });

  it('keeps breaks of the chain apart and always marked', () => {
    const chain: Finding = { ...gap('v', 116.3, 40, 1), rule: 'vacant', geometry: null };
    const pins = findingPins([gap('a', 116.3, 40, 1e-5), chain], 12);
    expect(pins.map(([, pin]) => pin.properties.icon).sort()).toEqual(['pin-chain', 'pin-ground']);
    expect(findingPins([chain], 20)).toHaveLength(1);
  });

  it('passes over findings without a place on earth', () => {
    expect(findingPins([{ ...gap('a', 0, 0, 1e-5), at: [5e6, 4e6] }], 10)).toEqual([]);
  });
});
