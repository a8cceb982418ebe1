import { ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import { createChainServer } from '#shared/jobs/chain-session/chain-server.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Post } from '#shared/model/post.ts';
import { median, type Row } from '#test/bench/bench.ts';
import { seededRandom } from '#test/bench/coverage/draft.ts';
import { chainDay } from './generate-chain.ts';

const issueCount = 1_000_000;
const rounds = 200;

/** A million issues all over the ground of the project, one in seven open. */
function issuesOf() {
  const random = seededRandom(5);
  let next = 0;
  const id = () => `00000000-0000-4000-9000-${(++next).toString(16).padStart(12, '0')}`;
  const found = `${chainDay}T00:00:00.000Z`;
  const issues = Array.from({ length: issueCount }, (_, i): Issue => {
    return {
      kind: 'issue',
      id: id(),
      issueClass: i % 3 === 0 ? 'litter' : 'parking',
      status: i % 7 === 0 ? 'reported' : 'closed',
      position: [116 + 0.5 * random(), 39.8 + 0.5 * random()],
      foundAt: found,
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    };
  });
  return packIssues(issues, id);
}

/**
 * Times of a session as a window has them, messages cloned as between threads: from an edit to the
 * proof that follows it, and from a click to its answer; in a project with a million issues.
 */
export async function sessionTimes(records: readonly AnyRecord[]): Promise<Row[]> {
  let proved: () => void = () => undefined;
  const session = new ChainSession(
    (onMessage) => {
      const serve = createChainServer((reply) => onMessage(structuredClone(reply)));
      return {
        post: (message) => serve(structuredClone(message)),
        terminate: () => undefined,
      };
    },
    {
      proof: () => proved(),
      failed: (error) => {
        throw error;
      },
    },
  );
  const all = [...records, ...issuesOf()];
  const now = Date.parse(`${chainDay}T12:00:00+08:00`);
  const timed = async (work: () => Promise<unknown> | void): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const loading = await timed(
    () =>
      new Promise<void>((resolve) => {
        proved = resolve;
        session.load(all, chainDay, now);
      }),
  );
  // What is made ready once the proof has been told.
  const readying = await timed(() => new Promise((resolve) => setTimeout(resolve, 0)));
  const position = (i: number): [number, number] => [
    116 + 0.5 * ((i * 0.618) % 1),
    39.8 + 0.5 * ((i * 0.382) % 1),
  ];
  const ask = (i: number) => session.ask('spot', { position: position(i), issueClass: null });
  const clicks: number[] = [];
  for (let i = 0; i < rounds; i++) clicks.push(await timed(() => ask(i)));
  const posts = records.filter((one): one is Post => one.kind === 'post');
  const edits: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const post = posts[Math.floor((i * posts.length) / rounds)] as Post;
    for (const put of [{ ...post, personId: null }, post]) {
      session.change([put]);
      edits.push(await timed(() => session.tell()));
    }
  }
  const zone = records.find(({ kind }) => kind === 'zone') as AnyRecord;
  const afterGround: number[] = [];
  for (let i = 0; i < 5; i++) {
    session.change([{ ...zone, name: `改${i}` } as AnyRecord]);
    session.tell();
    await new Promise((resolve) => setTimeout(resolve, 0));
    afterGround.push(await timed(() => ask(1000 + i)));
  }
  session.close();
  const row = (what: string, value: number, reference: number | null): Row => {
    return { what, value, unit: 'ms', reference };
  };
  const worst = (times: readonly number[]) => Math.max(...times);
  return [
    row(`session with ${issueCount} issues: loading and first proof`, loading, null),
    row('session: making ready what clicks need', readying, null),
    row('session: chain at a spot, median', median(clicks), 5),
    row('session: chain at a spot, slowest', worst(clicks), 5),
    row('session: one post edited until the findings are told, median', median(edits), 16),
    row('session: one post edited until the findings are told, slowest', worst(edits), 16),
    row('session: chain at a spot after an edit of ground, slowest', worst(afterGround), 5),
  ];
}
