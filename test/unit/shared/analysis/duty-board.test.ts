import { describe, expect, it } from 'vitest';
import { dutyBoard } from '#shared/analysis/duty-board.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { dutyDeadline } from '#shared/checks/vertical/not-on-duty.ts';
import type { Post } from '#shared/model/post.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import {
  chainInput,
  dutyList,
  on,
  person,
  post,
  street,
} from '#test/unit/shared/checks/given-chain.ts';

// s1 ┌──────┬──────┐ s2      p stands in z1, q in z2
//    │  z1  │  z2  │
//    └──────┴──────┘
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const at = (personId: string, level: Post['level'], targetId: string, given: Partial<Post> = {}) =>
  post(personId, { id: `${personId}-${targetId}`, role: 'x', level, targetId, ...given });
const leave = [{ from: on, to: on, deputyId: 'dan' }];

const index = new ChainIndex(
  chainInput({
    streets: [street('s1', west), street('s2', east)],
    zones: [
      { ...block('z1', west), parentId: 's1' },
      { ...block('z2', east), parentId: 's2' },
    ],
    points: [pointAt('p', 116.305, 39.905), pointAt('q', 116.315, 39.905)],
    people: [
      person('ann', { name: '安', phone: '1' }),
      person('bob', { name: '白', phone: '2' }),
      person('cai', { name: '蔡', phone: '3', leave }),
      person('dan', { name: '丹', phone: '4' }),
      person('dan2', { name: '丹', phone: '5' }),
    ],
    posts: [
      at('ann', 'zone', 'z1'),
      at('bob', 'zone', 'z1', { role: 'patrol' }),
      at('ann', 'point', 'p'),
      at('cai', 'zone', 'z2'),
      at('cai', 'point', 'q', { to: '2026-06-14' }),
      at('dan', 'point', 'q'),
    ],
  }),
);
const deadline = dutyDeadline(on, '06:40', 480);
const moment = (time: string) => `${on}T${time}+08:00`;
const board = (...lists: ReturnType<typeof dutyList>[]) => dutyBoard(index, lists, on, deadline);
const empty = (...lists: ReturnType<typeof dutyList>[]) => board(...lists).places.map((p) => p.id);
const id = (personId: string) => ({ personId });

describe('dutyBoard', () => {
  it('leaves a place without anybody when none of those on the list for it is in', () => {
    const list = dutyList(
      [id('ann'), id('bob'), id('cai')],
      [{ ...id('bob'), at: moment('06:40:59') }],
    );
    // Bob holds z1, though not p; of q the post had ended, and of Dan the list says nothing.
    expect(empty(list)).toEqual(['p', 'z2']);
    expect(board(list).places.map((place) => [place.streetId, place.coveredAt])).toEqual([
      ['s1', null],
      ['s2', null],
    ]);
  });

  it('says since when a place is answered for that was not at the cut-off', () => {
    const list = dutyList([id('ann')], [{ ...id('ann'), at: moment('06:41:00') }]);
    const since = Date.parse(moment('06:41:00'));
    expect(board(list).places.map(({ id: place, coveredAt }) => [place, coveredAt])).toEqual([
      ['z1', since],
      ['p', since],
    ]);
  });

  it('counts the places of whom a deputy answers for', () => {
    const [line] = board(dutyList([id('dan')])).lines;
    expect(line?.places.map((place) => place.id)).toEqual(['z2', 'q']);
    expect(line?.streetIds).toEqual(['s2']);
  });

  it('lets a stand-in come for somebody, whose own place is still to be answered for', () => {
    const list = dutyList(
      [{ ...id('ann'), standInId: 'bob' }, id('dan')],
      [{ ...id('bob'), at: moment('06:30:00') }],
    );
    const [line] = board(list).lines;
    expect(line).toMatchObject({ byStandIn: true, standIn: { name: '白' } });
    expect(empty(list)).toEqual(['z2', 'q']);
    expect(board(list).strangers, 'a stand-in is no stranger').toEqual([]);
  });

  it('names whom nobody knows, whom two fit, and who came without being asked', () => {
    const list = dutyList(
      [{ name: '丹' }, { name: '生人', phone: '9' }],
      [
        { name: '丹', at: moment('06:00:00') },
        { phone: '2', at: moment('06:50:00') },
        { phone: '2', at: moment('06:10:00') },
        { name: '昨日', at: '2026-06-14T06:00:00+08:00' },
      ],
    );
    const { lines, strangers } = board(list);
    expect(lines.map(({ person: known, candidates }) => [known, candidates.length])).toEqual([
      [null, 2],
      [null, 0],
    ]);
    expect(lines[0]?.checkedInAt).toBe(Date.parse(moment('06:00:00')));
    expect(strangers).toEqual([
      { personId: 'bob', name: '白', phone: '2', at: Date.parse(moment('06:10:00')) },
    ]);
  });

  it('has several lists of a day count together, and no other day', () => {
    const other = dutyList([id('bob')], [], { id: 'second' });
    const yesterday = dutyList([id('dan')], [], { id: 'third', day: '2026-06-14' });
    const { lists, lines } = board(dutyList([id('ann')]), other, yesterday);
    expect(lists.map((list) => list.id)).toEqual(['list', 'second']);
    expect(lines.map((line) => line.key)).toEqual(['ann', 'bob']);
  });
});
