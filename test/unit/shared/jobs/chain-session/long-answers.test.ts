import { expect, it } from 'vitest';
import { createChainServer } from '#shared/jobs/chain-session/chain-server.ts';
import type { ChainReply } from '#shared/jobs/chain-session/messages.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

const document = () =>
  district([box(0, 0, 20, 10)], { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)] });

/** A session's far end with its replies, and the tasks that it has put off. */
function server() {
  const replies: ChainReply[] = [];
  const tasks: (() => void)[] = [];
  const send = createChainServer(
    (reply) => replies.push(reply),
    (task) => tasks.push(task),
  );
  send({ type: 'part', id: 1, records: [...document().everything()] });
  send({ type: 'load', id: 1, on: '2026-06-01', now: 0 });
  const answerTo = (id: number) => {
    const found = replies.find((reply) => reply.type === 'answer' && reply.id === id);
    return found?.type === 'answer' ? found.answer : undefined;
  };
  const rest = () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
  };
  return { send, answerTo, rest };
}

it('numbers of zones are answered in turns, with what belongs to nobody first', () => {
  const { send, answerTo, rest } = server();
  send({ type: 'ask', id: 2, name: 'zoneNumbers', ask: { freeM2: 12 } });
  send({ type: 'ask', id: 3, name: 'zoneHolders', ask: {} });
  rest();
  expect(answerTo(3)).toEqual([]);
  expect(answerTo(2)).toMatchObject({ ids: [null, ...[0, 1].map(() => expect.any(String))] });
  send({ type: 'ask', id: 4, name: 'zoneWork', ask: { zoneId: null, count: 1 } });
  expect(answerTo(4)).toMatchObject({ parts: [{ key: 'squareKm', weight: 1 }] });
});

//  +---+---+      +--+----+
//  | A | B |  ->  |A | B  |    told by the zones that stand otherwise
//  +---+---+      +--+----+
it('two plans are compared by what stands otherwise in each', () => {
  const { send, answerTo } = server();
  const after = district([box(0, 0, 20, 10)], {
    A: [box(0, 0, 8, 10)],
    B: [box(8, 0, 20, 10)],
  });
  const zones = ['A', 'B'].map((name) => zoneNamed(after, name));
  send({
    type: 'ask',
    id: 2,
    name: 'comparedPlans',
    ask: { before: [], after: zones.map((zone) => [zone.id, zone]) },
  });
  const [a, b] = zones.map(({ id }) => id);
  expect(answerTo(2)).toMatchObject({
    transfers: [{ fromId: a, toId: b }],
    moves: [{ to: b, kind: 'zone' }],
  });
});
