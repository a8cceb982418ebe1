import type { Finding, NothingReason } from '#shared/checks/finding.ts';
import type { ChainPart } from '#shared/checks/join-reports.ts';
import { fromErrorEnvelope } from '#shared/jobs/error-envelope.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { goAtOnce, postInParts } from '#shared/jobs/record-parts.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { type ChainRequest, chainReply } from './messages.ts';
import type { AnswerOf, AskOf, QuestionName } from './questions.ts';

/** The end of the session's worker that a window holds. */
export interface ChainPort {
  post(message: ChainRequest): void;
  terminate(): void;
}

export interface ChainEvents {
  /** The proof of 纵到底 as it is after what was told last; questions are answered from the same state. */
  proof(part: ChainPart): void;
  /** A proof failed, or the worker is gone (JobError); the session is closed. */
  failed(error: Error): void;
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * A window's hold on a chain session. Changes are gathered while one is being worked on; questions
 * are answered after the changes told before them.
 */
export class ChainSession {
  private readonly port: ChainPort;
  private readonly events: ChainEvents;
  private readonly findings = new Map<string, Finding>();
  private readonly waiting = new Map<number, Waiting>();
  private put = new Map<string, AnyRecord>();
  private removed = new Set<string>();
  private lastId = 0;
  /** Number of the load or change that is being worked on. */
  private awaited = 0;
  /** Number of the last load: proofs of before it are void. */
  private loaded = 0;
  private closed = false;
  /** Records are still on their way; questions wait until they are there. */
  private loading = true;
  private readonly early: (() => void)[] = [];

  constructor(
    start: (onMessage: (message: unknown) => void, onCrash: (reason: string) => void) => ChainPort,
    events: ChainEvents,
  ) {
    this.events = events;
    this.port = start(
      (message) => this.receive(message),
      (reason) => this.fail(new JobError(reason)),
    );
  }

  /** Whether all that was told has been proved. */
  get isSettled(): boolean {
    return this.awaited === 0 && this.put.size === 0 && this.removed.size === 0;
  }

  /** `on` is the day (`YYYY-MM-DD`), `now` the moment (ms since 1970) of the proof. */
  load(records: readonly AnyRecord[], on: string, now: number): void {
    const id = ++this.lastId;
    this.loaded = id;
    this.send(records, id, { type: 'load', id, on, now });
  }

  /** Sends records in parts and then what is to be done with them; questions wait until it is sent. */
  private send(records: readonly AnyRecord[], id: number, request: ChainRequest): void {
    this.awaited = id;
    this.loading = true;
    void postInParts(
      records,
      (part) => this.port.post({ type: 'part', id, records: part }),
      () => !this.closed && this.awaited === id,
    ).then((posted) => {
      if (!posted) return;
      this.port.post(request);
      this.loading = false;
      for (const post of this.early.splice(0)) post();
    });
  }

  /** Takes up a change of the document; it counts once it is told. */
  change(put: readonly AnyRecord[], removed: readonly AnyRecord[] = []): void {
    for (const { id } of removed) {
      this.put.delete(id);
      this.removed.add(id);
    }
    for (const record of put) {
      this.removed.delete(record.id);
      this.put.set(record.id, record);
    }
  }

  /** Tells what was taken up, as soon as the worker is free. */
  tell(): void {
    if (this.closed || this.awaited !== 0 || this.isSettled) return;
    const id = ++this.lastId;
    const [put, removed] = [[...this.put.values()], [...this.removed]];
    this.put.clear();
    this.removed.clear();
    if (!goAtOnce(put)) {
      return this.send(put, id, { type: 'change', id, put: [], removed });
    }
    this.awaited = id;
    this.port.post({ type: 'change', id, put, removed });
  }

  /** The clock goes on; what that changes is told as a proof. */
  passTo(on: string, now: number): void {
    if (this.closed || this.loading) return;
    this.port.post({ type: 'moment', id: ++this.lastId, on, now });
  }

  /** @throws JobError when the worker is gone; Error when the question cannot be answered */
  ask<Name extends QuestionName>(name: Name, ask: AskOf<Name>): Promise<AnswerOf<Name>> {
    if (this.closed) return Promise.reject(new JobError('the session is closed'));
    this.tell();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      const post = () => this.port.post({ type: 'ask', id, name, ask });
      if (this.loading) this.early.push(post);
      else post();
    });
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.port.terminate();
    for (const { reject } of this.waiting.values()) reject(new JobError('the session is closed'));
    this.waiting.clear();
  }

  private receive(message: unknown): void {
    const parsed = chainReply.safeParse(message);
    if (!parsed.success || this.closed) return;
    const reply = parsed.data;
    const asker = this.waiting.get(reply.id);
    if (asker && reply.type !== 'proof') {
      this.waiting.delete(reply.id);
      if (reply.type === 'answer') asker.resolve(reply.answer);
      else asker.reject(fromErrorEnvelope(reply.error));
      return;
    }
    if (reply.id < this.loaded || reply.type === 'answer') return;
    if (reply.type === 'failed') return this.fail(fromErrorEnvelope(reply.error));
    for (const id of reply.removed) this.findings.delete(id);
    for (const finding of reply.put as Finding[]) this.findings.set(finding.id, finding);
    if (reply.id === this.awaited) this.awaited = 0;
    this.events.proof({
      nothing: reply.nothing as NothingReason | null,
      findings: [...this.findings.values()],
      counts: reply.counts,
    });
    this.tell();
  }

  private fail(error: Error): void {
    if (this.closed) return;
    this.close();
    this.events.failed(error);
  }
}
