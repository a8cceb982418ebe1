import { describe, expect, it } from 'vitest';
import { accountabilityLedger, type LedgerSum } from '#shared/analysis/accountability-ledger.ts';
import { GroundsThen } from '#shared/analysis/grounds-then.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { Issue } from '#shared/model/issue.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import { block, box, polygon } from '#test/unit/shared/checks/given.ts';
import { chainInput, ground, person, post, street } from '#test/unit/shared/checks/given-chain.ts';

const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const issue = (
  n: number,
  foundAt: string,
  x: number,
  lostPoints: number,
  issueClass = 'litter',
): Issue => ({
  kind: 'issue',
  id: `i${n}`,
  issueClass,
  status: 'closed',
  position: [x, 39.905],
  foundAt,
  dueAt: null,
  closedAt: null,
  text: '',
  lostPoints,
});
const classes = [
  { key: 'litter', name: '垃圾', group: '环境卫生', daysToClose: null },
  { key: 'parking', name: '违停', group: '', daysToClose: null },
];

/** s1 was headed by a (unit old) up to 9 June and by b (unit new) since; zone z in it is vacant. */
const input = chainInput({
  streets: [street('s1', ground)],
  zones: [{ ...block('z', east), parentId: 's1' }],
  people: [person('a', { organisationId: 'old' }), person('b', { organisationId: 'new' })],
  posts: [post('a', { to: '2026-06-09' }), post('b', { from: '2026-06-10' })],
  roles: [
    { key: 'street-head', name: '', group: '', level: 'street', required: true },
    { key: 'zone-head', name: '', group: '', level: 'zone', required: true },
    { key: 'helper', name: '', group: '', level: 'zone', required: false },
  ],
});
const chunks = packIssues(
  [
    issue(1, '2026-06-09T12:00:00.000Z', 116.305, 1),
    // Midnight has passed on the district's clock.
    issue(2, '2026-06-09T16:00:00.000Z', 116.305, 2),
    issue(3, '2026-06-12T00:00:00.000Z', 116.315, 4, 'parking'),
    issue(4, '2026-06-12T00:00:00.000Z', 116.315, 0),
    issue(5, '2026-06-12T00:00:00.000Z', 117, 0.5, 'unknown'),
  ],
  () => 'chunk',
);
const sums = (lines: LedgerSum[]) => lines.map(({ key, issues, points }) => [key, issues, points]);
const all = { from: null, to: null };

describe('accountabilityLedger', () => {
  const ledger = accountabilityLedger(new ChainIndex(input), chunks, classes, all);

  it('charges the chain of the day on which the issue was found', () => {
    expect(
      ledger.entries.map(({ day, seats }) => [
        day,
        seats.map(({ place, personId }) => [place.id, personId]),
      ]),
    ).toEqual([
      ['2026-06-09', [['s1', 'a']]],
      ['2026-06-10', [['s1', 'b']]],
      [
        '2026-06-12',
        [
          ['s1', 'b'],
          ['z', null],
        ],
      ],
      ['2026-06-12', []],
    ]);
  });

  it('adds up by unit, street, category and indicator', () => {
    expect(ledger.points).toBe(7.5);
    expect(sums(ledger.byUnit)).toEqual([
      ['new', 2, 6],
      [null, 1, 4],
      ['old', 1, 1],
    ]);
    expect(sums(ledger.byStreet)).toEqual([
      ['s1', 3, 7],
      [null, 1, 0.5],
    ]);
    expect(sums(ledger.byCategory)).toEqual([
      [null, 2, 4.5],
      ['环境卫生', 2, 3],
    ]);
    expect(sums(ledger.byIndicator)).toEqual([
      ['parking', 1, 4],
      ['litter', 2, 3],
      ['unknown', 1, 0.5],
    ]);
  });

  it('sets no persons against each other unless the project asks for it', () => {
    expect(ledger.byPerson).toEqual([]);
    const rules = { ...defaultChainRules(), rankPersons: true };
    const asked = accountabilityLedger(new ChainIndex({ ...input, rules }), chunks, classes, all);
    expect(sums(asked.byPerson)).toEqual([
      ['b', 2, 6],
      ['a', 1, 1],
    ]);
  });

  it('keeps to a period, its first and last day included', () => {
    const index = new ChainIndex(input);
    const points = (from: string | null, to: string | null) =>
      accountabilityLedger(index, chunks, classes, { from, to }).points;
    expect(points('2026-06-10', '2026-06-10')).toBe(2);
    expect(points('2026-06-13', null)).toBe(0);
    expect(points(null, '2026-06-09')).toBe(1);
  });
});

/*
 *   until 10 June    since 11 June     an issue at ● on both days; heads: x of zone w, y of zone z
 *   ┌─────┬─────┐    ┌──┬────────┐
 *   │  w ●│  z  │    │ w│● z     │
 *   └─────┴─────┘    └──┴────────┘
 */
describe('the ground of the day', () => {
  const zones = (border: number) => [
    { ...block('w', polygon(box(116.3, 39.9, border, 39.91))), parentId: 's1' },
    { ...block('z', polygon(box(border, 39.9, 116.32, 39.91))), parentId: 's1' },
  ];
  const head = (targetId: string, personId: string) =>
    post(personId, { id: `${targetId}-${personId}`, role: 'zone-head', level: 'zone', targetId });
  const now = chainInput({
    ...input,
    zones: zones(116.305),
    people: [person('x'), person('y')],
    posts: [head('w', 'x'), head('z', 'y')],
  });
  const index = new ChainIndex(now);
  const old = zones(116.31);
  const grounds = new GroundsThen(index, now, [
    { day: '2026-06-11', before: old.map((zone) => [zone.id, zone] as const) },
  ]);
  const found = (day: string) => issue(9, `${day}T04:00:00.000Z`, 116.308, 1);
  const pair = packIssues([found('2026-06-10'), found('2026-06-11')], () => 'pair');

  it('charges whoever held it before it was redrawn, and the new one from that day on', () => {
    const heads = (indexOn?: (day: string) => ChainIndex) =>
      accountabilityLedger(index, pair, classes, all, indexOn).entries.map(({ seats }) =>
        seats.filter(({ role }) => role.key === 'zone-head').map(({ personId }) => personId),
      );
    expect(heads()).toEqual([['y'], ['y']]);
    expect(heads((day) => grounds.indexOn(day))).toEqual([['x'], ['y']]);
  });

  it('knows zones that are gone, and not those that came later', () => {
    const [w] = old;
    const split = new GroundsThen(index, now, [
      {
        day: '2026-06-11',
        before: [
          ['z', null],
          ['gone', { ...(w as (typeof old)[number]), id: 'gone' }],
        ],
      },
    ]);
    const before = split.indexOn('2026-06-10');
    expect([...before.places.keys()].toSorted()).toEqual(['d', 'gone', 's1', 'w']);
    expect(split.indexOn('2026-06-11')).toBe(index);
  });
});
