import { describe, expect, it } from 'vitest';
import { cancelLeave } from '#shared/edits/commands/cancel-leave.ts';
import { changePerson } from '#shared/edits/commands/change-person.ts';
import { putTeam } from '#shared/edits/commands/put-team.ts';
import { removePerson } from '#shared/edits/commands/remove-person.ts';
import { setLeave } from '#shared/edits/commands/set-leave.ts';
import { Document } from '#shared/edits/document.ts';
import { idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';
import { done, reasonOf } from '#test/unit/shared/edits/roster/ran.ts';

describe('changePerson', () => {
  const [wang, li] = [idOf(7), idOf(8)];

  it('changes one or many in one step', () => {
    const document = new Document([
      ...smallDistrict(),
      record('organisation', 20, { name: '街道办' }),
    ]);
    done(
      document,
      changePerson(document, {
        ids: [wang],
        changes: { name: ' 王壹 ', phone: ' 138 0000 0000 ' },
      }),
    );
    done(
      document,
      changePerson(document, { ids: [wang, li], changes: { organisationId: idOf(20) } }),
    );
    expect(document.find('person', wang)).toMatchObject({
      name: '王壹',
      phone: '138 0000 0000',
      organisationId: idOf(20),
    });
    expect(document.find('person', li)?.organisationId).toBe(idOf(20));
  });

  it('refuses no name, numbers that cannot be dialled, and units that are not there', () => {
    const document = new Document(smallDistrict());
    const change = (changes: object) => reasonOf(changePerson(document, { ids: [wang], changes }));
    expect(change({ name: '  ' })).toBe('edit.rosterRefused.noName');
    expect(change({ phone: '王一' })).toBe('edit.rosterRefused.phoneSigns');
    expect(change({ phone: '12' })).toBe('edit.rosterRefused.phoneShort');
    expect(change({ phone: '1'.repeat(41) })).toBe('edit.rosterRefused.phoneLong');
    expect(change({ organisationId: idOf(99) })).toBe('edit.refused.missing');
    for (const phone of [
      '010-8254 1234转801',
      '+86 138-0000-0000',
      '１３８００００００００',
      '',
      '110',
    ]) {
      expect(
        'patch' in changePerson(document, { ids: [wang], changes: { phone } }) || phone === '',
      ).toBe(true);
    }
  });
});

describe('setLeave', () => {
  const leave = {
    personId: idOf(7),
    from: '2026-06-01',
    to: '2026-06-10',
    deputyId: idOf(8),
    replaces: null,
  };

  it('notes a leave, puts it right, and takes it back', () => {
    const document = new Document(smallDistrict());
    done(document, setLeave(document, leave));
    done(document, setLeave(document, { ...leave, to: '2026-06-03', replaces: '2026-06-01' }));
    done(document, setLeave(document, { ...leave, from: '2026-03-01', to: '2026-03-02' }));
    expect(document.find('person', idOf(7))?.leave.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-01', '2026-03-02'],
      ['2026-06-01', '2026-06-03'],
    ]);
    done(document, cancelLeave(document, { personId: idOf(7), from: '2026-03-01' }));
    expect(document.find('person', idOf(7))?.leave).toHaveLength(1);
  });

  it('refuses days the wrong way round, days that meet another leave, and deputies who cannot', () => {
    const document = new Document(smallDistrict());
    const set = (given: object) => reasonOf(setLeave(document, { ...leave, ...given }));
    expect(set({ to: '2026-05-31' })).toBe('edit.rosterRefused.leaveBackwards');
    expect(set({ deputyId: idOf(7) })).toBe('edit.rosterRefused.leaveOwnDeputy');
    // 李二 is away from the first to the third of May.
    expect(set({ from: '2026-05-01', to: '2026-05-03' })).toBe('edit.rosterRefused.deputyAway');
    expect(set({ personId: idOf(8), deputyId: null, from: '2026-05-03', to: '2026-05-09' })).toBe(
      'edit.rosterRefused.leaveMeets',
    );
    expect('patch' in setLeave(document, { ...leave, from: '2026-05-01', to: '2026-05-04' })).toBe(
      true,
    );
  });
});

describe('removePerson', () => {
  it('removes who never held a post, with every mention', () => {
    const document = new Document(smallDistrict());
    done(document, removePerson(document, { id: idOf(8), on: '2026-06-01', endPosts: false }));
    expect(document.get(idOf(8))).toBeUndefined();
    expect(document.find('team', idOf(10))?.memberIds).toEqual([idOf(7)]);
  });

  it('refuses while posts are held; when told to, ends them and keeps the past', () => {
    const coming = {
      role: 'keeper',
      personId: idOf(7),
      level: 'point',
      targetId: idOf(6),
      from: '2026-09-01',
    };
    const backed = {
      ...coming,
      personId: idOf(8),
      deputyId: idOf(7),
      from: '2026-01-01',
      to: '2026-08-31',
    };
    const document = new Document([
      ...smallDistrict(),
      record('post', 21, coming),
      record('post', 22, backed),
    ]);
    const leave = { id: idOf(7), on: '2026-05-02', endPosts: false };
    expect(removePerson(document, leave)).toEqual({
      refused: 'edit.rosterRefused.holdsPosts',
      params: { person: '王一', count: 2 },
    });
    done(document, removePerson(document, { ...leave, endPosts: true }));
    expect(document.find('person', idOf(7))).toBeDefined();
    expect(document.find('post', idOf(9))?.to).toBe('2026-05-01');
    expect(document.find('post', idOf(21))?.personId, 'not begun: vacant').toBeNull();
    expect(document.find('post', idOf(22))?.deputyId).toBeNull();
    expect(document.find('team', idOf(10))?.memberIds).toEqual([idOf(8)]);
    expect(document.find('person', idOf(8))?.leave[0]?.deputyId).toBeNull();
    expect(reasonOf(removePerson(document, { ...leave, endPosts: true }))).toBe(
      'edit.rosterRefused.leftAlready',
    );
  });
});

describe('putTeam', () => {
  const team = {
    id: idOf(50),
    name: '应急二队',
    base: [116.3, 39.9] as [number, number],
    transport: 'vehicle' as const,
    phone: ' 010-1234 ',
    memberIds: [idOf(7), idOf(7), idOf(8)],
  };

  it('adds a team with each member once, and changes it', () => {
    const document = new Document(smallDistrict());
    expect(done(document, putTeam(document, team)).label.key).toBe('edit.add');
    expect(document.find('team', idOf(50))).toMatchObject({
      phone: '010-1234',
      memberIds: [idOf(7), idOf(8)],
    });
    const moved = { ...team, base: [116.31, 39.91] as [number, number] };
    expect(done(document, putTeam(document, moved)).label.key).toBe('edit.change');
  });

  it('refuses no name, a number that cannot be dialled, members nobody knows', () => {
    const document = new Document(smallDistrict());
    expect(reasonOf(putTeam(document, { ...team, name: ' ' }))).toBe(
      'edit.rosterRefused.noTeamName',
    );
    expect(reasonOf(putTeam(document, { ...team, phone: '无' }))).toBe(
      'edit.rosterRefused.phoneSigns',
    );
    expect(reasonOf(putTeam(document, { ...team, memberIds: [idOf(99)] }))).toBe(
      'edit.refused.missing',
    );
  });
});
