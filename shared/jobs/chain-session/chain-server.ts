import type * as z from 'zod';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import type { ChainState } from '#shared/checks/vertical/chain-state.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { Document } from '#shared/edits/document.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { toErrorEnvelope } from '#shared/jobs/error-envelope.ts';
import { GatheredParts } from '#shared/jobs/gathered-parts.ts';
import type { Steps } from '#shared/jobs/slices.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { type ChainReply, type ChainRequest, chainRequest } from './messages.ts';
import type { Question } from './question.ts';
import { questions } from './questions.ts';
import { settleMemory } from './settle-memory.ts';

/** For how long a long answer keeps others waiting, in milliseconds. */
const turnMs = 20;

function isSteps(given: unknown): given is Steps<unknown> {
  return typeof given === 'object' && given !== null && 'next' in given;
}

interface Loaded {
  document: Document;
  proof: ChainProof;
}

/**
 * The far end of a chain session: keeps the records of a document, tells after each change what the
 * proof of 纵到底 says now, and answers questions about who answers for what. Messages are dealt with
 * as they come; what takes long is ended by ending the worker. `later` runs a task once the messages
 * that wait have been read.
 */
export function createChainServer(
  reply: (message: ChainReply) => void,
  later: (task: () => void) => void = (task) => void setTimeout(task, 0),
): (message: unknown) => void {
  let loaded: Loaded | null = null;
  let prepared: ChainState | null = null;
  let settled: Document | null = null;
  let told = new Map<string, Finding>();
  const gathered = new GatheredParts();

  function tellProof(id: number, { document, proof }: Loaded): void {
    const now = new Map(proof.findings.map((finding) => [finding.id, finding]));
    const put = [...now.values()].filter((finding) => told.get(finding.id) !== finding);
    const removed = [...told.keys()].filter((known) => !now.has(known));
    told = now;
    reply({
      type: 'proof',
      id,
      nothing: proof.nothing,
      put,
      removed,
      counts: {
        streets: document.all('street').length,
        communities: document.all('community').length,
        posts: document.all('post').length,
      },
    });
  }

  function answer(request: Exclude<ChainRequest, { type: 'part' }>): void {
    if (request.type === 'load') {
      told = new Map();
      loaded = null;
      const document = new Document(gathered.take(request.id) as AnyRecord[]);
      loaded = { document, proof: prove(document, request.on, request.now) };
      tellProof(request.id, loaded);
      return;
    }
    if (!loaded) throw new Error('nothing has been loaded');
    if (request.type === 'change') {
      const put = [...gathered.take(request.id), ...request.put] as AnyRecord[];
      const patch = patchOf(loaded.document, put, request.removed);
      loaded.document.apply(patch);
      loaded.proof.apply(patch);
      tellProof(request.id, loaded);
      return;
    }
    if (request.type === 'moment') {
      if (loaded.proof.passTo(request.on, request.now)) tellProof(request.id, loaded);
      return;
    }
    const { id, name, ask } = request;
    if (!Object.hasOwn(questions, name)) throw new Error(`no question is called ${name}`);
    const asked: Question<z.ZodType, unknown> = questions[name as keyof typeof questions];
    const view = { state: loaded.proof.chain, records: loaded.document };
    const given = asked.answer(view, asked.ask.parse(ask));
    if (isSteps(given)) inTurns(id, given);
    else reply({ type: 'answer', id, answer: given });
  }

  /** Goes on with a long answer, and lets the messages that wait be read in between. */
  function inTurns(id: number, steps: Steps<unknown>): void {
    const begun = performance.now();
    try {
      do {
        const step = steps.next();
        if (step.done) return reply({ type: 'answer', id, answer: step.value });
      } while (performance.now() - begun < turnMs);
    } catch (error) {
      return reply({ type: 'failed', id, error: toErrorEnvelope(error) });
    }
    later(() => inTurns(id, steps));
  }

  /** Once the proof is told, makes ready what questions need, so that the first is as quick as the rest. */
  function prepareSoon(): void {
    const state = loaded?.proof.chain;
    if (!state || state === prepared) return;
    prepared = state;
    later(() => {
      if (loaded?.proof.chain !== state) return;
      state.index.prepare();
      if (settled === loaded.document) return;
      settled = loaded.document;
      settleMemory();
    });
  }

  return (message) => {
    const request = chainRequest.safeParse(message);
    if (!request.success) return;
    const { data } = request;
    if (data.type === 'part') {
      gathered.add(data.id, data.records);
      return;
    }
    try {
      answer(data);
      prepareSoon();
    } catch (error) {
      reply({ type: 'failed', id: data.id, error: toErrorEnvelope(error) });
    }
  };
}

/** The levels are held against each other by the check session. */
function prove(document: Document, on: string, now: number): ChainProof {
  return new ChainProof({
    ...chainInputOf(document.everything()),
    issueChunks: document.all('issueChunk'),
    on,
    now,
    levelsProved: true,
  });
}

function patchOf(document: Document, put: readonly AnyRecord[], removed: readonly string[]): Patch {
  const patch: Patch = { added: {}, updated: {}, removed: {} };
  for (const id of removed) {
    const record = document.get(id);
    if (record) patch.removed[id] = record;
  }
  for (const record of put) {
    const before = document.get(record.id);
    if (before) patch.updated[record.id] = [before, record];
    else patch.added[record.id] = record;
  }
  return patch;
}
