import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeOverPosts } from '#shared/edits/commands/take-over-posts.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { contentOf, idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const days = Array.from({ length: 40 }, (_, n) => dayOf(n));

/** Who holds the posts of the point on each day: the witness that looks at records alone. */
const holders = (document: Document) =>
  days.map((day) =>
    document
      .all('post')
      .filter((post) => post.targetId === idOf(6) && inOffice(post, day))
      .map((post) => post.personId)
      .toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  );

it('takeOverPosts changes nothing of what was before, and undo changes it back', () => {
  const term = fc
    .tuple(fc.nat(30), fc.option(fc.nat(9), { nil: null }), fc.constantFrom(7, 8, null))
    .map(([from, length, person]) => ({
      role: 'keeper',
      level: 'point',
      targetId: idOf(6),
      personId: person === null ? null : idOf(person),
      from: dayOf(from),
      to: length === null ? null : dayOf(from + length),
    }));
  fc.assert(
    fc.property(
      fc.array(term, { minLength: 1, maxLength: 4 }),
      fc.nat(35),
      fc.constantFrom(7, 8, null),
      (terms, start, next) => {
        const posts = terms.map((fields, i) => record('post', 40 + i, fields));
        const document = new Document([...smallDistrict(), ...posts]);
        const before = holders(document);
        const content = contentOf(document.everything());
        const result = takeOverPosts(document, {
          ids: posts.map(({ id }) => id),
          person: next === null ? null : { id: idOf(next) },
          from: dayOf(start),
          newIds: posts.map((_, i) => idOf(60 + i)),
        });
        // A term that is kept open until before the new day, or everything is the person's already.
        fc.pre('patch' in result);
        if ('refused' in result) return;
        document.apply(result.patch);
        const after = holders(document);
        const changed = posts.filter(({ personId }) => personId !== (next ? idOf(next) : null));
        for (const [n, day] of days.entries()) {
          if (n < start) {
            // Who had not begun by then is replaced as a whole.
            const gone = changed.filter((post) => post.from >= dayOf(start));
            expect(gone.some((post) => inOffice(post, day))).toBe(false);
            const emptied = changed.filter((post) => post.personId === null && inOffice(post, day));
            expect(after[n]).toHaveLength((before[n] ?? []).length - emptied.length);
            expect(after[n]?.filter((id) => id !== null)).toEqual(
              before[n]?.filter((id) => id !== null),
            );
          } else {
            const still = changed.flatMap(({ id }) => {
              const post = document.find('post', id);
              return post && inOffice(post, day) ? [post.personId] : [];
            });
            expect(new Set(still).size).toBeLessThanOrEqual(1);
          }
        }
        expect(document.all('post').every(({ from, to }) => to === null || from <= to)).toBe(true);
        document.apply(reversePatch(result.patch));
        expect(contentOf(document.everything())).toEqual(content);
      },
    ),
  );
});
