import { describe, expect, it } from 'vitest';
import { snapCarried } from '#shared/edits/redraw/snap-carried.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { area, box, district } from '#test/unit/shared/edits/repair/district.ts';
import { Document } from '#shared/edits/document.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { at } from './redrawn.ts';

//  +---------+---------+
//  |    A    |    B    |
//  |         |  o---o  |    an edge that is carried by its middle
//  +---------+---------+
const document = district([box(0, 0, 20, 10)], {
  A: [box(0, 0, 10, 10)],
  B: [box(10, 0, 20, 10)],
});
const reach = [at(0.5, 0)[0] - at(0, 0)[0], at(0, 0.5)[1] - at(0, 0)[1]] as const;
const off = (x: number, y: number): LonLat => [
  at(x, y)[0] - at(0, 0)[0],
  at(x, y)[1] - at(0, 0)[1],
];
const edge = [off(-2, 0), off(2, 0)];
const places = (value: LonLat) => value.map((part) => part.toFixed(7));

describe('snapCarried', () => {
  it('draws the pointer itself where nothing is carried', () => {
    const found = snapCarried(document, at(10.2, 4), reach, []);
    expect(found?.snap.kind).toBe('edge');
    expect(places(found!.position)).toEqual(places(at(10, 4)));
  });

  //  +-------+-------+
  //  |   A   | +-+ B |     a base unit in B: seen or not, and beside a border that is nearer to the hand
  //  +-------+-+-+---+
  it('draws it to base units that are seen where nothing else is near', () => {
    const unit = record('baseUnit', 0x60, {
      name: '一',
      code: '',
      geometry: area(box(10.3, 3, 15, 5)),
    });
    const withUnit = new Document([...document.everything(), unit]);
    const drawn = (x: number, sees: boolean) =>
      snapCarried(withUnit, at(x, 4), reach, [], undefined, sees);
    expect(places(drawn(15.2, true)!.position)).toEqual(places(at(15, 4)));
    expect(drawn(15.2, false)).toBeNull();
    // The border of zones comes first, though the unit's is nearer.
    expect(places(drawn(10.2, true)!.position)).toEqual(places(at(10, 4)));
  });

  it('takes all along by what one of the places is drawn to', () => {
    const found = snapCarried(document, at(12.2, 4), reach, [], edge);
    expect(found?.snap).toMatchObject({ kind: 'edge' });
    expect(places(found!.snap.at)).toEqual(places(at(10, 4)));
    expect(places(found!.position)).toEqual(places(at(12, 4)));
    // The pointer itself, which is over the border, is drawn to nothing.
    expect(snapCarried(document, at(10, 4), reach, [], edge)).toBeNull();
  });

  it('prefers a vertex to an edge that is nearer', () => {
    const found = snapCarried(document, at(18.3, 9.9), reach, [], [off(-2, 0), off(2, 0)]);
    expect(found?.snap.kind).toBe('vertex');
    expect(places(found!.position)).toEqual(places(at(18, 10)));
  });

  it('leaves out what moves with it', () => {
    const without = [at(10, 0), at(10, 10)];
    expect(snapCarried(document, at(12.2, 4), reach, without, edge)).toBeNull();
  });
});
