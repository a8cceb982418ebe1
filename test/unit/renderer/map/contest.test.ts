import { expect, it } from 'vitest';
import { contestFeatures } from '#renderer/map/sources/contest.ts';
import { record, square } from '#test/unit/shared/edits/records.ts';

const zone = record('zone', 5, { parentId: null, name: '片', shape: 'block', geometry: square });
const point = record('point', 6, { name: '市场', pointKind: 'market', position: [116, 40] });
const person = record('person', 7, { name: '王一' });
const names = { mine: '本机', theirs: '对方' };
const nothing = { onlyMine: [], onlyTheirs: [], names, others: [] };

it('draws both states by their names, what differs below them, and the other contested places', () => {
  const features = contestFeatures({
    mine: zone,
    theirs: zone,
    onlyMine: [{ type: 'Polygon', coordinates: square.coordinates }],
    onlyTheirs: [],
    names,
    others: [point, person],
  });
  expect(features.map(([, { properties }]) => properties)).toEqual([
    { part: 'other', name: '' },
    { part: 'only-mine', name: '' },
    { part: 'mine', name: '本机' },
    { part: 'theirs', name: '对方' },
  ]);
  expect(new Set(features.map(([id]) => id)).size).toBe(4);
});

it('draws one side where the other has none, and nothing of what has no place', () => {
  const one = contestFeatures({ ...nothing, mine: null, theirs: point });
  expect(one.map(([, { geometry }]) => geometry)).toEqual([
    { type: 'Point', coordinates: [116, 40] },
  ]);
  expect(contestFeatures({ ...nothing, mine: person, theirs: person })).toEqual([]);
  expect(contestFeatures(null)).toEqual([]);
});
