import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ground, packCoverage } from '#shared/topology/packed-coverage.ts';
import { replaceParties } from '#shared/topology/replace-parties.ts';
import { ringOrders } from '#shared/topology/ring-orders.ts';
import { rings } from './packed.ts';

const place = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
/** Rings as they come: some cross themselves, some are none. */
const ground = fc
  .array(place, { minLength: 2, maxLength: 6 })
  .map((ring): Ground => rings(ring.map(([x, y]) => [x, y])));

/** A party: how it is, and what becomes of it. */
const party = fc.record({
  before: ground,
  change: fc.oneof(fc.constant('stays' as const), fc.constant(null), ground),
});
type Party = typeof party extends fc.Arbitrary<infer T> ? T : never;

const outline = rings([
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
]);

function pack(zones: Ground[], exceptions: Ground[], boundary: Ground | null) {
  const numbered = (list: Ground[]) => list.map((geometry, i) => ({ id: String(i), geometry }));
  const coverage = packCoverage({
    planar: true,
    boundary,
    zones: numbered(zones),
    exceptions: numbered(exceptions),
  });
  return { coverage, orders: ringOrders(coverage.rings) };
}

function after(parties: Party[]): Ground[] {
  return parties.flatMap(({ before, change }) => (change === 'stays' ? before : (change ?? [])));
}

//  A B C D  with B dropped and C changed  ->  A C' D
describe('replaceParties', () => {
  it('answers what packing everything anew does', () => {
    const parties = fc.array(party, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parties, parties, fc.boolean(), (zones, exceptions, bounded) => {
        const boundary = bounded ? outline : null;
        const before = (list: Party[]) => list.map((one) => one.before);
        const changes = new Map<number, Ground | null>();
        [...zones, ...exceptions].forEach(({ change }, i) => {
          if (change !== 'stays') changes.set(i, change);
        });
        const given = pack(before(zones), before(exceptions), boundary);
        // The offset of the grid hangs on what comes first; places are what matters.
        const { offsetX, offsetY } = given.coverage.rings.grid;
        const replaced = replaceParties(given, changes);
        const anew = pack(after(zones), after(exceptions), boundary);
        const shiftX = anew.coverage.rings.grid.offsetX - offsetX;
        const shiftY = anew.coverage.rings.grid.offsetY - offsetY;

        const { rings: got, zoneIds, ...counts } = replaced.coverage;
        const { rings: wanted, zoneIds: ids, ...wantedCounts } = anew.coverage;
        expect(zoneIds).toHaveLength(ids.length);
        expect(counts).toEqual(wantedCounts);
        expect(replaced.orders).toEqual(anew.orders);
        expect([...got.x]).toEqual([...wanted.x].map((x) => x + shiftX));
        expect([...got.y]).toEqual([...wanted.y].map((y) => y + shiftY));
        for (const part of [
          'ringStart',
          'ringParty',
          'ringPart',
          'ringHole',
          'ringArea',
          'partyRing',
          'partySign',
        ] as const) {
          expect([...got[part]]).toEqual([...wanted[part]]);
        }
        const boxes = 4 * wanted.ringParty.length;
        expect([...got.ringBox.subarray(0, boxes)]).toEqual(
          [...wanted.ringBox.subarray(0, boxes)].map((v, i) => v + (i % 2 ? shiftY : shiftX)),
        );
      }),
    );
  });

  it('drops the boundary', () => {
    const given = pack(
      [
        rings([
          [0, 0],
          [4, 0],
          [4, 4],
        ]),
      ],
      [],
      outline,
    );
    const { coverage } = replaceParties(given, new Map([[1, null]]));
    expect(coverage.bounded).toBe(false);
    expect(coverage.rings.ringParty).toHaveLength(1);
  });
});
