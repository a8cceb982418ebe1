import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownRows } from '#shared/merge/known-rows.ts';
import { planMerge } from '#shared/merge/plan-merge.ts';
import { storiesOf, toldIn, wasOnce } from '#shared/merge/record-states.ts';
import type { Choice } from '#shared/merge/settle.ts';
import { type Desk, idOf, person, smallOffice } from './desk.ts';
import { type Act, acts } from './random-acts.ts';

const hasNews = (mine: Desk, theirs: Desk) => !('refused' in planMerge(mine.copy, theirs.copy));
const mergeNews = (mine: Desk, theirs: Desk, choice: (id: string) => Choice) => {
  if (hasNews(mine, theirs)) mine.merge(theirs, choice);
};
const sorted = (desk: Desk) =>
  [...desk.content.values()].map((record) => JSON.stringify(record)).sort();

/** Edits of the few people that all three work on. */
const fewActs = fc.array(
  fc.tuple(fc.integer({ min: 20, max: 22 }), fc.constantFrom('一', '二', null)).map(
    ([n, name]): Act =>
      (desk) =>
        name === null ? desk.remove(n) : desk.put(person(n, name)),
  ),
  { maxLength: 3 },
);

/**
 * A project that went three ways. In each round files are saved of all copies, and everybody merges one of another's:
 * so two may settle the same at once, each in another way.
 */
const threeWays = fc.record({
  before: acts,
  apart: fc.tuple(fewActs, fewActs, fewActs),
  rounds: fc.array(
    fc.array(fc.record({ from: fc.integer({ min: 0, max: 2 }), after: fewActs }), {
      minLength: 3,
      maxLength: 3,
    }),
    { maxLength: 3 },
  ),
  choices: fc.array(fc.constantFrom<Choice>('mine', 'theirs'), { minLength: 1, maxLength: 12 }),
});
type Ways = typeof threeWays extends fc.Arbitrary<infer Value> ? Value : never;

/** The three copies after all that; told of each merge before it is carried out. */
function bringOn(
  { before, apart, rounds }: Ways,
  choose: () => Choice,
  see: (mine: Desk, theirs: Desk) => void = () => {},
): [Desk, Desk, Desk] {
  const first = smallOffice();
  for (const one of before) one(first);
  const desks: [Desk, Desk, Desk] = [first, first.carryTo('乙'), first.carryTo('丙')];
  desks.forEach((desk, i) => apart[i]?.forEach((one) => one(desk)));
  for (const round of rounds) {
    const files = desks.map((desk) => desk.carryTo(desk.author));
    round.forEach(({ from, after }, at) => {
      const [mine, theirs] = [desks[at] as Desk, files[from] as Desk];
      if (from !== at && hasNews(mine, theirs)) {
        see(mine, theirs);
        mine.merge(theirs, choose);
      }
      for (const one of after) one(mine);
    });
  }
  return desks;
}

function chooserOf(choices: readonly Choice[]): () => Choice {
  let turn = 0;
  return () => choices[turn++ % choices.length] as Choice;
}

describe('three copies', () => {
  it('come to the same by what one of them has settled, whatever was settled before and in which order', () => {
    fc.assert(
      fc.property(threeWays, (ways) => {
        const choose = chooserOf(ways.choices);
        const desks = bringOn(ways, choose);
        for (const [middle, ...others] of [
          [0, 1, 2],
          [1, 2, 0],
          [2, 1, 0],
        ]) {
          const copies = desks.map((desk) => desk.carryTo(desk.author)) as [Desk, Desk, Desk];
          const gatherer = copies[middle as number] as Desk;
          for (const other of others) mergeNews(gatherer, copies[other] as Desk, choose);
          for (const other of others) {
            const desk = copies[other] as Desk;
            if (hasNews(desk, gatherer)) {
              expect(desk.plan(gatherer).conflicts).toEqual([]);
              desk.merge(gatherer);
            }
            expect(sorted(desk)).toEqual(sorted(gatherer));
            expect(hasNews(gatherer, desk)).toBe(
              desk.history.rows.some(({ id }) => !knownRows(gatherer.history.rows).has(id)),
            );
          }
        }
      }),
    );
  });

  it('are asked before a decision is set aside that the other has not heard of', () => {
    fc.assert(
      fc.property(threeWays, (ways) => {
        bringOn(ways, chooserOf(ways.choices), (mine, theirs) => {
          const heard = knownRows(theirs.history.rows);
          const plan = mine.plan(theirs);
          const news = storiesOf(plan.rows);
          const taken = new Set(plan.taken.map((one) => (one.mine ?? one.theirs)?.id));
          for (const row of mine.history.rows) {
            if (!row.merged || heard.has(row.id)) continue;
            for (const { id, to } of toldIn(row)) {
              const story = news.get(id);
              // What the other has passed on its own way is a mere step; what changed here since is told by that.
              if (!story || wasOnce(story, to)) continue;
              if ((mine.document.get(id) ?? null) === to) expect(taken.has(id)).toBe(false);
            }
          }
        });
      }),
    );
  });

  it('hold on to what was settled to stay removed until somebody is asked again', () => {
    const mine = smallOffice();
    mine.put(person(20, '出发前'));
    const theirs = mine.carryTo('乙');
    mine.remove(21);
    theirs.put(person(21, '乙改'));
    const mineBefore = mine.carryTo('甲');
    mine.merge(theirs, 'mine');
    expect(mine.history.rows.at(-1)?.keptOut).toEqual([idOf(21)]);
    // The other comes to the other decision, of the same two states.
    theirs.merge(mineBefore, 'mine');
    expect(mine.plan(theirs).conflicts.map(({ id }) => id)).toEqual([idOf(21)]);
    expect(theirs.plan(mine).conflicts.map(({ id }) => id)).toEqual([idOf(21)]);
    const third = theirs.carryTo('丙');
    mine.merge(theirs, 'mine');
    for (const copy of [theirs, third]) {
      expect(copy.plan(mine).conflicts).toEqual([]);
      copy.merge(mine);
      expect(copy.content.has(idOf(21))).toBe(false);
    }
  });
});
