import { expect, it } from 'vitest';
import { joinPlan, slicePlan } from '#shared/merge/plan-slices.ts';
import { person, smallOffice } from './desk.ts';

it('cuts a plan into slices that are the plan again when they are joined', () => {
  const mine = smallOffice();
  mine.put(person(20, '出发前'));
  const theirs = mine.carryTo('乙');
  mine.put(...Array.from({ length: 300 }, (_, i) => person(100 + i, '甲')));
  theirs.put(...Array.from({ length: 900 }, (_, i) => person(100 + i, '乙')));
  theirs.remove(21);
  const plan = mine.plan(theirs);
  expect([plan.conflicts.length, plan.taken.length, plan.rows.length]).toEqual([300, 601, 2]);
  const slices = [...slicePlan(plan)];
  expect(slices.length).toBeGreaterThan(3);
  expect(joinPlan(slices)).toEqual(plan);
});
