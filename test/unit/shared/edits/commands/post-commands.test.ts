import { describe, expect, it } from 'vitest';
import { addPost } from '#shared/edits/commands/add-post.ts';
import { appoint } from '#shared/edits/commands/appoint.ts';
import { changePost } from '#shared/edits/commands/change-post.ts';
import { endPost } from '#shared/edits/commands/end-post.ts';
import { takeOverPosts } from '#shared/edits/commands/take-over-posts.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { contentOf, idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';
import { done, reasonOf } from '#test/unit/shared/edits/roster/ran.ts';

const post = (document: Document, n: number) => document.find('post', idOf(n));
const keeper = { level: 'point', targetId: idOf(6), role: 'keeper' } as const;

describe('appoint', () => {
  it('creates the post, with somebody new in the same step', () => {
    const document = new Document(smallDistrict());
    done(
      document,
      appoint(document, {
        ...keeper,
        person: { newId: idOf(30), name: ' 赵新 ' },
        from: '2026-06-01',
        to: '2026-12-31',
        source: '会议纪要',
        newId: idOf(31),
      }),
    );
    expect(document.find('person', idOf(30))?.name).toBe('赵新');
    expect(post(document, 31)).toMatchObject({
      personId: idOf(30),
      from: '2026-06-01',
      to: '2026-12-31',
      source: '会议纪要',
    });
  });

  it('fills the empty post that stands there, and keeps what was written on it', () => {
    const empty = { ...keeper, personId: null, from: '2026-01-01', source: '编制' };
    const document = new Document([...smallDistrict(), record('post', 21, empty)]);
    const person = { id: idOf(7) };
    done(document, appoint(document, { ...keeper, person, from: '2026-06-01', newId: idOf(31) }));
    expect(post(document, 21)).toMatchObject({ personId: idOf(7), source: '编制' });
    expect(post(document, 31)).toBeUndefined();
  });

  it('refuses a seat that is taken, a role of another level, and an end before the beginning', () => {
    const document = new Document(smallDistrict());
    const chief = { level: 'community', targetId: idOf(4), role: 'chief' } as const;
    const given = { person: { id: idOf(8) }, from: '2026-06-01', newId: idOf(31) };
    expect(reasonOf(appoint(document, { ...chief, ...given }))).toBe('edit.refused.held');
    expect(reasonOf(appoint(document, { ...keeper, ...given, role: 'chief' }))).toBe(
      'edit.refused.role',
    );
    expect(reasonOf(appoint(document, { ...keeper, ...given, to: '2026-05-31' }))).toBe(
      'edit.rosterRefused.endsBeforeStart',
    );
    expect(reasonOf(appoint(document, { ...keeper, ...given, person: { id: idOf(99) } }))).toBe(
      'edit.refused.missing',
    );
  });
});

describe('addPost', () => {
  const rest = {
    from: '2026-06-01',
    to: null,
    deputyId: null,
    source: '',
    organisationId: null,
    newId: idOf(31),
  };

  it('adds a second holder, or an empty post', () => {
    const document = new Document(smallDistrict());
    const chief = { level: 'community', targetId: idOf(4), role: 'chief' } as const;
    done(document, addPost(document, { ...chief, ...rest, person: { id: idOf(8) } }));
    const { label } = done(
      document,
      addPost(document, { ...keeper, ...rest, newId: idOf(32), person: null }),
    );
    expect(label.key).toBe('edit.roster.addPost');
    expect([post(document, 31)?.personId, post(document, 32)?.personId]).toEqual([idOf(8), null]);
    expect(post(document, 9)?.to).toBeNull();
  });

  it('refuses a place that is gone', () => {
    const document = new Document(smallDistrict());
    expect(
      reasonOf(addPost(document, { ...keeper, ...rest, targetId: idOf(99), person: null })),
    ).toBe('edit.refused.missing');
  });
});

describe('changePost', () => {
  it('puts right what was written, as if it had always been so', () => {
    const document = new Document(smallDistrict());
    const before = contentOf(document.everything());
    const changes = {
      person: { id: idOf(8) },
      deputy: { newId: idOf(30), name: '副手' },
      from: '2025-12-01',
      source: '名单',
    };
    const { patch } = done(document, changePost(document, { ids: [idOf(9)], changes }));
    expect(post(document, 9)).toMatchObject({
      personId: idOf(8),
      deputyId: idOf(30),
      from: '2025-12-01',
      to: null,
      source: '名单',
    });
    expect(document.all('post')).toHaveLength(1);
    document.apply(reversePatch(patch));
    expect(contentOf(document.everything())).toEqual(before);
  });

  it('refuses as a whole when one of many would end before it begins', () => {
    const late = { ...keeper, personId: idOf(8), from: '2026-09-01' };
    const document = new Document([...smallDistrict(), record('post', 21, late)]);
    const result = changePost(document, {
      ids: [idOf(9), idOf(21)],
      changes: { to: '2026-06-30' },
    });
    expect(result).toMatchObject({
      refused: 'edit.rosterRefused.endsBeforeStart',
      params: { role: '点长', place: '菜市场', from: '2026-09-01', to: '2026-06-30' },
    });
  });

  it('refuses holders as their own deputies', () => {
    const document = new Document(smallDistrict());
    const changes = { deputy: { id: idOf(7) } };
    expect(reasonOf(changePost(document, { ids: [idOf(9)], changes }))).toBe(
      'edit.rosterRefused.ownDeputy',
    );
  });
});

describe('takeOverPosts', () => {
  const over = (from: string, person: { id: string } | null = { id: idOf(8) }) => ({
    ids: [idOf(9)],
    person,
    from,
    newIds: [idOf(40)],
  });

  it('keeps who held the post until the day before', () => {
    const document = new Document(smallDistrict());
    done(document, takeOverPosts(document, over('2026-06-01')));
    expect(post(document, 9)).toMatchObject({ personId: idOf(8), from: '2026-06-01', to: null });
    expect(post(document, 40)).toMatchObject({
      personId: idOf(7),
      from: '2026-01-01',
      to: '2026-05-31',
    });
  });

  it('replaces whoever began on that very day, and fills what stands vacant', () => {
    const document = new Document(smallDistrict());
    done(document, takeOverPosts(document, over('2026-01-01')));
    expect(post(document, 40)).toBeUndefined();
    done(document, takeOverPosts(document, over('2026-03-01', null)));
    expect(post(document, 9)).toMatchObject({ personId: null, from: '2026-03-01' });
    done(document, takeOverPosts(document, { ...over('2026-04-01'), newIds: [idOf(41)] }));
    expect(post(document, 41), 'nobody held it').toBeUndefined();
    expect(post(document, 9)).toMatchObject({ personId: idOf(8), from: '2026-04-01' });
  });

  it('leaves a term that had ended as it was, and gives the new one no end', () => {
    const document = new Document(smallDistrict());
    done(document, endPost(document, { ids: [idOf(9)], to: '2026-03-31' }));
    done(document, takeOverPosts(document, over('2026-06-01')));
    expect(post(document, 9)).toMatchObject({ from: '2026-06-01', to: null });
    expect(post(document, 40)).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
  });

  it('does not leave somebody as the own deputy', () => {
    const document = new Document(smallDistrict());
    const changes = { deputy: { id: idOf(8) } };
    done(document, changePost(document, { ids: [idOf(9)], changes }));
    done(document, takeOverPosts(document, over('2026-06-01')));
    expect(post(document, 9)).toMatchObject({ personId: idOf(8), deputyId: null });
  });

  it('refuses when the person has all of them already', () => {
    const document = new Document(smallDistrict());
    expect(reasonOf(takeOverPosts(document, over('2026-06-01', { id: idOf(7) })))).toBe(
      'edit.refused.unchanged',
    );
  });
});

describe('endPost', () => {
  it('sets the last day, which may be the first', () => {
    const document = new Document(smallDistrict());
    done(document, endPost(document, { ids: [idOf(9)], to: '2026-01-01' }));
    expect(post(document, 9)?.to).toBe('2026-01-01');
    expect(reasonOf(endPost(document, { ids: [idOf(9)], to: '2025-12-31' }))).toBe(
      'edit.rosterRefused.endsBeforeStart',
    );
    expect(reasonOf(endPost(document, { ids: [idOf(99)], to: '2026-12-31' }))).toBe(
      'edit.refused.missing',
    );
  });
});
