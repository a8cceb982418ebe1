import { describe, expect, it } from 'vitest';
import { zoneGroundOf } from '#shared/chain/ground.ts';
import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { chooseZone } from '#shared/chain/zone-choice.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, polygon } from '#test/unit/shared/checks/given.ts';

/*
 *   39.91 ┌─────────┬─────────┐
 *         │  west   │  east   │
 *         ╞═══════ road ══════╡   40 m wide
 *         │  (stop) │         │   a circle of 100 m on the road
 *   39.90 └─────────┴─────────┘
 *       116.30    116.31    116.32
 */
const road: Zone = {
  ...block('road', polygon()),
  shape: 'strip',
  widthM: 40,
  geometry: {
    type: 'LineString',
    coordinates: [
      [116.3, 39.905],
      [116.32, 39.905],
    ],
  },
};
const stop: Zone = {
  ...block('stop', polygon()),
  shape: 'site',
  radiusM: 100,
  geometry: { type: 'Point', coordinates: [116.303, 39.905] },
};
const west = block('west', polygon(box(116.3, 39.9, 116.31, 39.91)));
const east = block('east', polygon(box(116.31, 39.9, 116.32, 39.91)));

function at(zones: Zone[], x: number, y: number, issueClass: string | null = null) {
  const locator = new GroundLocator(zones, zoneGroundOf);
  const choice = chooseZone(locator.at(toGrid(x), toGrid(y)), issueClass);
  if (!choice) return null;
  const { zone, reason, otherClasses } = choice;
  const others = 'before' in reason ? reason.before : 'with' in reason ? reason.with : [];
  return [
    zone.id,
    reason.kind,
    others.map(({ id }) => id).sort(),
    otherClasses.map(({ id }) => id),
  ];
}

describe('chooseZone', () => {
  const all = [west, east, road, stop];

  it('lets a site go before a road, and a road before a block, and says so', () => {
    expect(at(all, 116.303, 39.905)).toEqual(['stop', 'shape', ['road', 'west'], []]);
    expect(at(all, 116.307, 39.90501)).toEqual(['road', 'shape', ['west'], []]);
    expect(at(all, 116.307, 39.908)).toEqual(['west', 'only', [], []]);
    expect(at(all, 116.33, 39.908)).toBeNull();
  });

  it('gives a common border to one of the two, always the same', () => {
    expect(at(all, 116.31, 39.908)).toEqual(['east', 'border', ['west'], []]);
    expect(at([...all].reverse(), 116.31, 39.908)).toEqual(['east', 'border', ['west'], []]);
  });

  it('says when two blocks claim the spot', () => {
    const claim = block('claim', polygon(box(116.305, 39.907, 116.306, 39.909)));
    expect(at([...all, claim], 116.3055, 39.908)).toEqual(['claim', 'disputed', ['west'], []]);
  });

  it('asks only zones that answer for the class of issue', () => {
    const parking: Zone = { ...road, categories: ['illegal-parking'] };
    const zones = [west, east, parking];
    expect(at(zones, 116.307, 39.905, 'illegal-parking')).toEqual(['road', 'shape', ['west'], []]);
    expect(at(zones, 116.307, 39.905, 'litter')).toEqual(['west', 'only', [], ['road']]);
    // Without a class the ground belongs to those who answer for everything.
    expect(at(zones, 116.307, 39.905)).toEqual(['west', 'only', [], ['road']]);
    expect(at([parking], 116.307, 39.905)).toEqual(['road', 'only', [], []]);
    expect(at([parking], 116.307, 39.905, 'litter')).toBeNull();
  });
});
