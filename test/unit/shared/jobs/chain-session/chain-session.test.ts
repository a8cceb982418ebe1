import { describe, expect, it } from 'vitest';
import type { ChainPart } from '#shared/checks/join-reports.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import { createChainServer } from '#shared/jobs/chain-session/chain-server.ts';
import { checkInputOf } from '#shared/jobs/check.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import { idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const on = '2026-06-01';

/** A session whose worker is in this thread: messages are cloned and arrive later. */
function openSession() {
  const parts: ChainPart[] = [];
  const failures: Error[] = [];
  let wake: () => void = () => undefined;
  let posted = 0;
  let crash: (reason: string) => void = () => undefined;
  const session = new ChainSession(
    (onMessage, onCrash) => {
      crash = onCrash;
      const serve = createChainServer((reply) => {
        const copy = structuredClone(reply);
        setTimeout(() => onMessage(copy), 0);
      });
      return {
        post: (message) => {
          if (message.type !== 'part') posted++;
          serve(structuredClone(message));
        },
        terminate: () => undefined,
      };
    },
    {
      proof: (part) => {
        parts.push(part);
        wake();
      },
      failed: (error) => {
        failures.push(error);
        wake();
      },
    },
  );
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return {
    session,
    parts,
    failures,
    next,
    posted: () => posted,
    crash: (why: string) => crash(why),
  };
}

/** What one job says of the chain, without what is wrong between the levels. */
async function whole(records: readonly AnyRecord[]) {
  const input = checkInputOf({ records, on, now: Date.parse('2026-06-01T12:00:00Z') });
  const report = await runChecks(input, {
    progress: () => undefined,
    breathe: async () => undefined,
  });
  return report.findings.filter(({ rule }) => rule === 'vacant' || rule === 'unreachable');
}

const load = (session: ChainSession, records: readonly AnyRecord[]) =>
  session.load(records, on, Date.parse('2026-06-01T12:00:00Z'));

const post = (personId: string | null) =>
  ({
    ...smallDistrict().find(({ kind }) => kind === 'post'),
    personId,
  }) as RecordOf<'post'>;

function never(): never {
  throw new Error('no answer');
}

describe('a chain session', () => {
  it('proves the chain, and follows a post that falls vacant and is filled again', async () => {
    const { session, parts, next } = openSession();
    const records = smallDistrict();
    load(session, records);
    await next();
    const [before] = parts;
    const seats = (part: ChainPart | undefined) =>
      part?.findings.filter(({ rule }) => rule === 'vacant' || rule === 'unreachable');
    expect(new Set(seats(before))).toEqual(new Set(await whole(records)));
    session.change([post(null)]);
    session.tell();
    await next();
    const emptied = records.map((one) => (one.kind === 'post' ? post(null) : one));
    expect(new Set(seats(parts[1]))).toEqual(new Set(await whole(emptied)));
    expect(seats(parts[1])?.length).not.toBe(0);
    session.change([post(idOf(7))]);
    session.tell();
    await next();
    expect(new Set(parts[2]?.findings)).toEqual(new Set(before?.findings));
  });

  it('answers questions after the changes that were made before them', async () => {
    const { session, next } = openSession();
    load(session, smallDistrict());
    await next();
    const spot = { position: [116.009, 40.005] as [number, number], issueClass: null };
    const before = await session.ask('spot', spot);
    expect(before.links.map(({ holders }) => holders[0]?.person.name)).toEqual(['王一']);
    session.change([post(idOf(8))]);
    const after = await session.ask('spot', spot);
    expect(after.links.map(({ holders }) => holders[0]?.person.name)).toEqual(['李二']);
  });

  it('answers questions after a change that is told in parts', async () => {
    const { session, parts, next, posted } = openSession();
    load(session, smallDistrict());
    await next();
    const people = Array.from({ length: 250 }, (_, n) =>
      record('person', 0x500 + n, { name: `新${n}` }),
    );
    session.change([...people, post(null)]);
    const all = { text: '', unitId: null, state: null, sort: null };
    const found = await session.ask('rosterPeople', all);
    expect(JSON.stringify(found)).toContain(people.at(-1)!.id);
    expect(posted()).toBe(3);
    expect(parts).toHaveLength(2);
    expect(parts[1]!.findings).not.toEqual(parts[0]!.findings);
  });

  it('gathers changes that come while it is at work', async () => {
    const { session, parts, next, posted } = openSession();
    load(session, smallDistrict());
    for (const id of [null, idOf(8), null, idOf(7)]) {
      session.change([post(id)]);
      session.tell();
    }
    await next();
    await next();
    expect(posted()).toBe(2);
    expect(session.isSettled).toBe(true);
    expect(parts[1]).toEqual(parts[0]);
  });

  it('takes records away, and puts others in their place', async () => {
    const { session, parts, next } = openSession();
    load(session, smallDistrict());
    await next();
    session.change([], [post(idOf(7))]);
    session.change([record('post', 90, { ...post(idOf(7)), id: idOf(90) })]);
    session.tell();
    await next();
    expect(parts[1]?.counts).toEqual(parts[0]?.counts);
    expect(parts[1]?.nothing).toBeNull();
  });

  it('proves anew when the clock has passed the end of a term, and is silent otherwise', async () => {
    const { session, parts, next } = openSession();
    const term = { ...post(idOf(7)), to: on };
    const records = smallDistrict().map((one) => (one.kind === 'post' ? term : one));
    load(session, records);
    await next();
    const expired = () => parts.at(-1)?.findings.filter(({ rule }) => rule === 'expired').length;
    session.passTo(on, Date.parse('2026-06-01T15:59:59Z'));
    session.passTo('2026-06-02', Date.parse('2026-06-01T16:00:01Z'));
    await next();
    expect([parts.length, expired()]).toEqual([2, 1]);
    const { links } = await session
      .ask('place', { placeId: idOf(4), now: 0 })
      .then(({ chain }) => chain ?? never());
    expect(links.map(({ holders }) => holders.length)).toEqual([0]);
    session.change([{ ...term, to: null }]);
    session.tell();
    await next();
    expect(expired()).toBe(0);
  });

  it('refuses a question that is none, and goes on', async () => {
    const { session, next, failures } = openSession();
    load(session, smallDistrict());
    await next();
    const askedWrongly = session.ask('spot', { position: [200, 40], issueClass: null });
    await expect(askedWrongly).rejects.toThrow();
    await expect(session.ask('toString' as 'spot', null as never)).rejects.toThrow('toString');
    expect(failures).toEqual([]);
    const spot = await session.ask('spot', { position: [0, 0], issueClass: null });
    expect(spot.links).toEqual([]);
  });

  it('tells of a worker that is lost, and lets nobody wait', async () => {
    const { session, next, failures, crash } = openSession();
    load(session, smallDistrict());
    await next();
    const answer = session.ask('spot', { position: [116, 40], issueClass: null });
    crash('out of memory');
    await expect(answer).rejects.toThrow(JobError);
    expect(failures[0]).toBeInstanceOf(JobError);
    await expect(session.ask('spot', { position: [116, 40], issueClass: null })).rejects.toThrow();
  });
});
