import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMerge } from '#shared/merge/plan-merge.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { referencesOf } from '#shared/model/references.ts';
import { type Desk, smallOffice } from './desk.ts';
import { acts } from './random-acts.ts';

const text = (record: AnyRecord | undefined) => JSON.stringify(record ?? null);

/** Two copies of one project that went separate ways. */
const apart = fc.tuple(acts, acts, acts).map(([before, here, there]) => {
  const mine = smallOffice();
  for (const one of before) one(mine);
  const base = mine.content;
  const theirs = mine.carryTo('乙');
  for (const one of here) one(mine);
  for (const one of there) one(theirs);
  return { base, mine, theirs };
});

/** Slow witness: final states only, compared with the state before they parted, as text. */
function witness(base: Desk['content'], mine: Desk['content'], theirs: Desk['content']) {
  const sure = new Map<string, string>();
  const open: string[] = [];
  for (const id of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [was, a, b] = [base, mine, theirs].map((copy) => text(copy.get(id))) as [
      string,
      string,
      string,
    ];
    if (a === b) sure.set(id, a);
    else if (a === was) sure.set(id, b);
    else if (b === was) sure.set(id, a);
    else open.push(id);
  }
  return { sure, open };
}

describe('merging at random', () => {
  it('takes every change that only one copy made, and asks about all others', () => {
    fc.assert(
      fc.property(apart, ({ base, mine, theirs }) => {
        const plan = planMerge(mine.copy, theirs.copy);
        if ('refused' in plan) {
          expect(theirs.history.rows.length).toBeLessThanOrEqual(mine.history.rows.length);
          return;
        }
        const { sure, open } = witness(base, mine.content, theirs.content);
        const asked = plan.conflicts.map(({ id }) => id);
        // Beyond what both changed, only what one removed and the other needs, or a mere step of the other's.
        const passed = open.filter((id) => !asked.includes(id));
        const needed = plan.conflicts.filter((one) => one.neededBy.length > 0).map(({ id }) => id);
        for (const id of asked) if (!needed.includes(id)) expect(open).toContain(id);
        mine.merge(theirs);
        for (const [id, expected] of sure) {
          if (!needed.includes(id)) expect(text(mine.content.get(id))).toBe(expected);
        }
        for (const id of passed) {
          const before = [mine, theirs].map(({ history }) =>
            history.rows.some((row) =>
              [
                ...Object.values(row.patch.updated).flat(),
                ...Object.values(row.patch.removed),
                ...Object.values(row.patch.added),
              ].some((record) => record.id === id),
            ),
          );
          expect(before).toEqual([true, true]);
        }
      }),
    );
  });

  it('comes out the same from either side, and is done after the first time', () => {
    fc.assert(
      fc.property(apart, ({ mine, theirs }) => {
        const [mineAgain, theirsAgain] = [mine.carryTo('甲'), theirs.carryTo('乙')];
        const [here, there] = [
          planMerge(mine.copy, theirs.copy),
          planMerge(theirs.copy, mine.copy),
        ];
        if ('refused' in here || 'refused' in there) return;
        const ids = (plan: typeof here) => plan.conflicts.map(({ id }) => id).sort();
        expect(ids(here)).toEqual(ids(there));
        mine.merge(theirsAgain, 'theirs');
        theirs.merge(mineAgain, 'mine');
        const sorted = (desk: Desk) => [...desk.content.values()].map(text).sort();
        expect(sorted(mine)).toEqual(sorted(theirs));
        expect(planMerge(mine.copy, theirsAgain.copy)).toEqual({
          refused: 'merge.refused.nothingNew',
        });
        mine.undo();
        expect(sorted(mine)).toEqual(sorted(mineAgain));
      }),
    );
  });

  it('leaves no record that names one which is gone', () => {
    fc.assert(
      fc.property(apart, fc.constantFrom('mine' as const, 'theirs' as const), (desks, choice) => {
        const { mine, theirs } = desks;
        if ('refused' in planMerge(mine.copy, theirs.copy)) return;
        mine.merge(theirs, choice);
        for (const one of mine.document.everything()) {
          for (const { id } of referencesOf(one)) expect(mine.document.get(id)).toBeDefined();
        }
      }),
    );
  });
});
