import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPeople, nextLeave } from '#shared/analysis/roster/list-people.ts';
import {
  listPosts,
  type PostFilter,
  seatKey,
  seatOfKey,
} from '#shared/analysis/roster/list-posts.ts';
import { rowStates } from '#shared/analysis/roster/row-states.ts';
import { sortOrder } from '#shared/analysis/roster/sort-order.ts';
import { suggest } from '#shared/analysis/roster/suggest.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import {
  chainInput,
  community,
  on,
  person,
  post,
  street,
} from '#test/unit/shared/checks/given-chain.ts';

const unit = (id: string, name: string, parentId: string | null = null): Organisation => ({
  kind: 'organisation',
  id,
  name,
  parentId,
  line: 'block',
  categories: [],
});
const organisations = [unit('u', '街道办'), unit('v', '城管所', 'u')];

/*
 *   ┌──────┬──────┐
 *   │ west │ east │   streets 学院路 (west), 清河 (east); community c and zone z in the west, point x in the east
 *   └──────┴──────┘
 */
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const role = (key: string, name: string, level: 'street' | 'zone' | 'point', required = true) => ({
  key,
  name,
  group: '',
  level,
  required,
});
const index = new ChainIndex(
  chainInput({
    streets: [
      { ...street('west', west), name: '学院路街道' },
      { ...street('east', polygon(box(116.31, 39.9, 116.32, 39.91))), name: '清河街道' },
    ],
    communities: [community('c', 'west', west)],
    zones: [{ ...block('z', west), name: '一片', parentId: 'c' }],
    points: [{ ...pointAt('x', 116.315, 39.905), name: '菜市场' }],
    roles: [
      role('street-head', '街道负责人', 'street'),
      role('zone-head', '片长', 'zone'),
      role('point-head', '点长', 'point'),
    ],
    people: [
      person('zeng', { name: '曾志伟', phone: '138-0000-1111', organisationId: 'v' }),
      person('li', {
        name: '李二',
        phone: '',
        leave: [{ from: '2026-07-01', to: '2026-07-02', deputyId: null }],
      }),
    ],
    posts: [
      post('zeng', { id: 'a', targetId: 'west', deputyId: 'li' }),
      post('li', { id: 'b', role: 'zone-head', level: 'zone', targetId: 'z', organisationId: 'u' }),
      post('zeng', {
        id: 'old',
        role: 'zone-head',
        level: 'zone',
        targetId: 'z',
        from: '2025-01-01',
        to: '2025-12-31',
      }),
    ],
  }),
);
const all: PostFilter = {
  text: '',
  streetId: null,
  level: null,
  role: null,
  unitId: null,
  state: 'current',
  sort: null,
};
const list = (given: Partial<PostFilter> = {}) =>
  listPosts(index, organisations, { ...all, ...given }, on);
const pointSeat = seatKey('point-head', 'x');
const eastSeat = seatKey('street-head', 'east');

describe('listPosts', () => {
  it('goes from the top down, with seats that nobody holds and the street of each', () => {
    const { keys, states, street: numbers, streets } = list();
    expect(keys).toEqual(['a', eastSeat, 'b', pointSeat]);
    expect(Array.from(states, (n) => rowStates[n])).toEqual([
      'inOffice',
      'vacant',
      'inOffice',
      'vacant',
    ]);
    expect(Array.from(numbers, (n) => streets[n])).toEqual([
      '学院路街道',
      '清河街道',
      '学院路街道',
      '清河街道',
    ]);
    expect(seatOfKey(pointSeat)).toEqual({ placeId: 'x', role: 'point-head' });
    expect(seatOfKey('a')).toBeNull();
  });

  it.each<[string, Partial<PostFilter>, string[]]>([
    ['street', { streetId: 'east' }, [eastSeat, pointSeat]],
    ['level', { level: 'zone' }, ['b']],
    ['role', { role: 'street-head' }, ['a', eastSeat]],
    ['unit, with those below it', { unitId: 'u' }, ['a', 'b']],
    ['unit, by the holder', { unitId: 'v' }, ['a']],
    ['state', { state: 'vacant' }, [eastSeat, pointSeat]],
    ['any state', { state: null, level: 'zone' }, ['old', 'b']],
    ['Chinese', { text: '菜市' }, [pointSeat]],
    ['pinyin of a surname', { text: 'zengzhiwei' }, ['a']],
    ['initials', { text: 'XYL' }, ['a', 'b']],
    ['the deputy', { text: '李二' }, ['a', 'b']],
    ['several words', { text: '李二 片长' }, ['b']],
    ['a phone, however it is written', { text: '1380000' }, ['a']],
    ['nothing there', { text: '没有' }, []],
  ])('filters by %s', (_, filter, keys) => {
    expect(list(filter).keys).toEqual(keys);
  });

  it('counts the states of what passes the other filters', () => {
    expect(list({ level: 'zone', state: 'vacant' }).counts).toMatchObject({
      inOffice: 1,
      former: 1,
      vacant: 0,
    });
  });

  it('sorts by what a column says, empty last', () => {
    const byPerson = (down: boolean) => list({ sort: { column: 'person', down } }).keys;
    expect(byPerson(false)).toEqual(['a', 'b', eastSeat, pointSeat]);
    expect(byPerson(true)).toEqual(['b', 'a', eastSeat, pointSeat]);
    expect(list({ sort: { column: 'level', down: true } }).keys[0]).toBe(pointSeat);
  });
});

describe('sortOrder', () => {
  it('puts rows where a stable sort does', () => {
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    const text = fc.constantFrom('', '一片', '二片', '片2', '片10', '2026-01-01');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), fc.boolean(), (values, down) => {
        const witness = values
          .map((value, i) => ({ value, i }))
          .sort((a, b) => {
            if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1;
            return (down ? -1 : 1) * collator.compare(a.value, b.value);
          });
        expect([...sortOrder(values, down)]).toEqual(witness.map(({ i }) => i));
      }),
    );
  });
});

describe('listPeople', () => {
  const people = (given: object = {}) =>
    listPeople(
      index,
      organisations,
      { text: '', unitId: null, state: null, sort: null, ...given },
      on,
    );

  it('counts what people hold today', () => {
    expect(people()).toEqual({ ids: ['zeng', 'li'], posts: Uint16Array.of(1, 1) });
  });

  it.each<[string, object, string[]]>([
    ['phone', { text: '1111' }, ['zeng']],
    ['unit', { unitId: 'u' }, ['zeng']],
    ['no phone', { state: 'noPhone' }, ['li']],
    ['idle', { state: 'idle' }, []],
    ['name', { sort: { column: 'name', down: true } }, ['li', 'zeng']],
  ])('filters and sorts by %s', (_, given, ids) => {
    expect(people(given).ids).toEqual(ids);
  });

  it('names the leave that counts', () => {
    const leave = (from: string, to: string) => ({ from, to, deputyId: null });
    const away = person('p', {
      leave: [
        leave('2026-08-01', '2026-08-02'),
        leave('2026-06-10', on),
        leave('2026-01-01', '2026-01-02'),
      ],
    });
    expect(nextLeave(away, on)?.from).toBe('2026-06-10');
    expect(nextLeave(away, '2026-06-16')?.from).toBe('2026-08-01');
    expect(nextLeave(away, '2026-09-01')).toBeNull();
  });
});

describe('suggest', () => {
  const names = (kind: Parameters<typeof suggest>[2]['kind'], text: string, limit = 10) =>
    suggest(index, organisations, { kind, text, limit }).map(({ name }) => name);

  it('finds people by initials and phone, units and places of a level', () => {
    expect(names('person', 'zzw')).toEqual(['曾志伟']);
    expect(names('person', '9999')).toEqual([]);
    expect(names('person', '13800001111')).toEqual(['曾志伟']);
    expect(names('organisation', 'cgs')).toEqual(['城管所']);
    expect(names('street', 'qinghe')).toEqual(['清河街道']);
    expect(names('person', '', 1)).toEqual(['曾志伟']);
  });

  it('tells namesakes apart by a hint', () => {
    expect(suggest(index, organisations, { kind: 'person', text: '曾', limit: 1 })).toEqual([
      { id: 'zeng', name: '曾志伟', hint: '城管所 · 138-0000-1111' },
    ]);
    expect(suggest(index, organisations, { kind: 'point', text: '菜', limit: 1 })).toEqual([
      { id: 'x', name: '菜市场', hint: '清河街道' },
    ]);
  });
});
