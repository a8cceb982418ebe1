import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIssueChunk, encodeIssueChunk } from '#shared/formats/project-file/issue-columns.ts';
import { ChunkWriter } from '#shared/model/chunk-writer.ts';
import { idAt, idColumn } from '#shared/model/id-words.ts';
import { type Issue, issueStatuses } from '#shared/model/issue.ts';
import { issueChunk, packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { factsOfIssue } from '#shared/model/issue-facts.ts';
import { textAt, textColumn } from '#shared/model/text-column.ts';

/** Any units at all: halves of surrogate pairs, zeros, emoji, nothing; some longer than a call's stack. */
const text = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\ud83d', '\udc4d\ud83d', '👍🏽', '长'.repeat(20_001), '\0'),
);

const moment = fc.integer({ min: 0, max: 4e12 }).map((time) => new Date(time).toISOString());

const issue: fc.Arbitrary<Issue> = fc.record({
  kind: fc.constant('issue' as const),
  id: fc.uuid(),
  issueClass: fc.constantFrom('litter', '停车', ''),
  status: fc.constantFrom(...issueStatuses),
  position: fc.tuple(
    fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((step) => step / 1e7),
    fc.integer({ min: -900_000_000, max: 900_000_000 }).map((step) => step / 1e7),
  ),
  foundAt: moment,
  dueAt: fc.option(moment),
  closedAt: fc.option(moment),
  text,
  lostPoints: fc.integer({ min: 0, max: 1000 }),
});

const chunkId = '00000000-0000-4000-8000-000000000001';
const pack = (issues: readonly Issue[]) => packIssues(issues, () => chunkId)[0];

describe('issues as columns', () => {
  it('come back as they were, from memory and from a project file', () => {
    fc.assert(
      fc.property(fc.array(issue, { minLength: 1, maxLength: 20 }), (issues) => {
        const chunk = pack(issues);
        if (!chunk) throw new Error('no chunk');
        expect(issueChunk.safeParse(chunk).success).toBe(true);
        expect(issues.map((_, index) => unpackIssue(chunk, index))).toEqual(issues);
        const again = decodeIssueChunk(encodeIssueChunk(chunk));
        expect(again).toEqual(chunk);
        expect(encodeIssueChunk(again)).toEqual(encodeIssueChunk(chunk));
      }),
    );
  });

  it('keep every text through exchanges in any order', () => {
    const exchanges = fc.array(fc.tuple(fc.nat(), issue), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(issue, { minLength: 1, maxLength: 10 }), exchanges, (issues, later) => {
        const writer = new ChunkWriter(() => chunkId, issues.length + 5);
        const expected = issues.map((one) => one.text);
        // Exchanges fall between the issues that are added and behind the last of them.
        issues.forEach((one, index) => {
          writer.add(idColumn([one.id]), factsOfIssue(one));
          const change = index % 2 === 0 ? later.pop() : undefined;
          if (!change) return;
          const at = change[0] % (index + 1);
          writer.set(at, factsOfIssue(change[1]));
          expected[at] = change[1].text;
        });
        for (const [at, change] of later) {
          writer.set(at % issues.length, factsOfIssue(change));
          expected[at % issues.length] = change.text;
        }
        const [chunk] = writer.finish();
        if (!chunk) throw new Error('no chunk');
        expect(issueChunk.safeParse(chunk).success).toBe(true);
        expect(expected.map((_, index) => textAt(chunk, index))).toEqual(expected);
        expect(issues.map((_, index) => idAt(chunk.ids, index))).toEqual(
          issues.map(({ id }) => id),
        );
      }),
    );
  });

  it('are refused when columns do not fit each other', () => {
    const chunk = packIssues(fc.sample(issue, 3), () => chunkId)[0];
    if (!chunk) throw new Error('no chunk');
    const texts = textColumn(['ab', 'c', '']);
    const fits = (change: object) =>
      issueChunk.safeParse({ ...chunk, ...texts, ...change }).success;
    expect(fits({})).toBe(true);
    expect(fits({ textEnds: Uint32Array.of(2, 1, 3) })).toBe(false);
    expect(fits({ textEnds: Uint32Array.of(2, 3, 4) })).toBe(false);
    expect(fits({ textEnds: Uint32Array.of(2, 3, 2) })).toBe(false);
    expect(fits({ textEnds: Uint32Array.of(2, 3) })).toBe(false);
    expect(fits({ ids: chunk.ids.slice(0, 11) })).toBe(false);
    expect(fits({ ids: [...chunk.ids] })).toBe(false);
    expect(fits({ status: chunk.status.slice(1) })).toBe(false);
    expect(fits({ issueClass: Uint16Array.of(0, 0, chunk.classes.length) })).toBe(false);
  });
});
