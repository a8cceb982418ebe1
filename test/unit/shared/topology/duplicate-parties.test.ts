import { describe, expect, it } from 'vitest';
import { duplicateParties } from '#shared/topology/duplicate-parties.ts';
import { packZones, rings } from './packed.ts';

describe('duplicateParties', () => {
  it('groups the same ground wherever its ring starts and whichever way it runs', () => {
    const a: [number, number][] = [
      [0, 0],
      [4, 0],
      [4, 3],
    ];
    const packed = packZones(
      rings(a),
      rings([a[1]!, a[2]!, a[0]!]),
      rings([
        [0, 0],
        [4, 0],
        [4, 4],
      ]),
      rings(a.toReversed()),
    );
    expect(duplicateParties(packed, 4)).toEqual([[0, 1, 3]]);
    expect(duplicateParties(packed, 1)).toEqual([]);
  });
});
