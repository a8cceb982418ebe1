import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { withIds } from '#shared/checks/finding-id.ts';
import { inOrder } from '#shared/checks/finding-order.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { quiet } from './given.ts';
import { dutyList, filled, on, person, post } from './given-chain.ts';
import { completeRoster } from './random-chain.ts';
import { changesOf, randomEdit, recordsOf } from './random-chain-edits.ts';

/** The full proof of the records as they stand. */
async function fullProof(input: ChainCheckInput, records: ReadonlyMap<string, AnyRecord>) {
  const { district, on } = input;
  const { nothing, findings } = await checkChain(
    { ...chainInputOf(records.values()), district, on },
    quiet,
  );
  return { nothing, findings: withIds(findings, false).sort(inOrder) };
}

describe('checkChain', () => {
  it('finds nothing in a complete roster', async () => {
    await fc.assert(
      fc.asyncProperty(completeRoster, async (input) => {
        expect(await checkChain(input, quiet)).toEqual({ nothing: null, findings: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('finds exactly the seats of whoever is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(completeRoster, fc.nat(11), async (input, n) => {
        const gone = `person-${n}`;
        const seats = input.posts.filter((one) => one.personId === gone);
        const posts = input.posts.map((one) =>
          one.personId === gone ? { ...one, personId: null } : one,
        );
        const people = input.people.filter((one) => one.id !== gone);
        const { findings } = await checkChain({ ...input, posts, people }, quiet);
        const named = findings.map(({ message, recordIds }) => [
          message.key,
          recordIds[0],
          message.params['role'],
        ]);
        const expected = seats.map((seat) => [
          'vacant.nobody',
          seat.targetId,
          input.roles.find((role) => role.key === seat.role)?.name,
        ]);
        expect(new Set(named.map(String))).toEqual(new Set(expected.map(String)));
        expect(named).toHaveLength(expected.length);
      }),
      { numRuns: 80 },
    );
  });

  it('finds exactly one double holder for each seat given to a second person', async () => {
    await fc.assert(
      fc.asyncProperty(completeRoster, fc.nat(100), async (input, n) => {
        const seat = input.posts[n % input.posts.length];
        if (!seat) throw new Error('no posts');
        const second = { ...seat, id: 'second', personId: 'member' };
        const { findings } = await checkChain({ ...input, posts: [...input.posts, second] }, quiet);
        expect(findings.map(({ rule, recordIds }) => [rule, recordIds[0]])).toEqual([
          ['double-holder', seat.targetId],
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('ChainProof', () => {
  it('says after every edit what the full proof says, and what has changed', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        completeRoster,
        fc.array(randomEdit, { minLength: 1, maxLength: 14 }),
        async (input, edits) => {
          const records = recordsOf(input);
          const proof = new ChainProof(input);
          let shown = new Map(proof.findings.map((finding) => [finding.id, finding]));
          for (const edit of edits) {
            const changes = changesOf(edit, records);
            if (!changes) continue;
            for (const id of Object.keys(changes.removed)) records.delete(id);
            for (const [, to] of Object.values(changes.updated)) records.set(to.id, to);
            for (const to of Object.values<AnyRecord>(changes.added)) records.set(to.id, to);
            const { added, removed } = proof.apply(changes);
            const full = await fullProof(input, records);
            expect(proof.nothing).toBe(full.nothing);
            expect(proof.findings).toEqual(full.findings);
            shown = new Map(shown);
            for (const { id } of removed) expect(shown.delete(id)).toBe(true);
            for (const finding of added) shown.set(finding.id, finding);
            expect([...shown.values()].sort(inOrder)).toEqual(full.findings);
            most = Math.max(most, full.findings.length);
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(most).toBeGreaterThan(10);
  });

  it('keeps what an edit does not touch as the same objects', () => {
    const people = [person('p'), person('q', { phone: '' })];
    const proof = new ChainProof(filled({ people, posts: [post('q', { id: 'a' })] }));
    const [before] = proof.findings as [Finding];
    const changed = { ...person('p'), name: '改' };
    const { added, removed } = proof.apply({
      added: {},
      updated: { p: [person('p'), changed] },
      removed: {},
    });
    expect([added, removed]).toEqual([[], []]);
    expect(proof.findings[0]).toBe(before);
  });

  it('goes on to the cut-off and the next day by itself, as a proof of then finds it', async () => {
    // p is on the list of the 15th, has not checked in, and holds the seat to its end.
    const input = filled({
      posts: [post('p', { to: on })],
      dutyLists: [dutyList([{ personId: 'p' }])],
      now: Date.parse('2026-06-15T06:40:59+08:00'),
    });
    const proof = new ChainProof(input);
    const rules = () => proof.findings.map(({ rule }) => rule);
    expect(rules()).toEqual([]);
    expect(proof.passTo(on, Date.parse('2026-06-15T06:40:59.9+08:00'))).toBe(false);
    for (const [day, time, expected] of [
      [on, '2026-06-15T06:41:00+08:00', ['not-on-duty']],
      ['2026-06-16', '2026-06-16T00:00:05+08:00', ['expired']],
    ] as const) {
      const now = Date.parse(time);
      expect(proof.passTo(day, now)).toBe(true);
      expect(rules()).toEqual(expected);
      const { findings } = await checkChain({ ...input, on: day, now }, quiet);
      expect(proof.findings).toEqual(withIds(findings, false).sort(inOrder));
      expect(proof.passTo(day, now + 1000)).toBe(false);
    }
  });
});
