import type { CheckReport, Finding } from '#shared/checks/finding.ts';
import type { FixRequest } from '#shared/edits/apply-fix.ts';
import { fromErrorEnvelope } from '#shared/jobs/error-envelope.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { mostAtOnce, postInParts } from '#shared/jobs/record-parts.ts';
import type { EditOutcome, EditRequest } from '#shared/jobs/try-edit.ts';
import type { FixOutcome } from '#shared/jobs/try-fix.ts';
import type { TriedMends, TryMendsInput } from '#shared/jobs/try-mends.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { withoutTexts } from '#shared/model/issue-columns.ts';
import type { Lock } from '#shared/model/lock.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';
import { type FindingsNews, HeardFindings } from './told-findings.ts';
import { type SessionReply, type SessionRequest, sessionReply } from './messages.ts';

type Checked = RecordOf<RecordKind>;

/** The end of the session's worker that a window holds. */
export interface SessionPort {
  post(message: SessionRequest): void;
  terminate(): void;
}

export interface SessionEvents {
  progress(fraction: number): void;
  /** The proof of 横到边 as it is after the last change that was told. */
  coverage(report: CheckReport): void;
  /** What is wrong between the levels, as it was asked for. */
  levels(findings: Finding[]): void;
  /** A check failed, or the worker is gone (JobError); the session is closed. */
  failed(error: Error): void;
}

interface Trial {
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
  onProgress?: (fraction: number) => void;
}

/** Where and when issues of which class were found: all that is asked of them on trial. */
function placesOf(chunk: IssueChunk): IssueChunk {
  return {
    ...withoutTexts(chunk),
    status: new Uint8Array(),
    dueAt: new Float64Array(),
    closedAt: new Float64Array(),
    lostPoints: new Float32Array(),
  };
}

/**
 * A window's hold on a check session. Changes are told while none is being worked on, and gathered
 * until then: however fast they come, the newest is what is checked next.
 */
export class CheckSession {
  private readonly port: SessionPort;
  private readonly events: SessionEvents;
  private readonly findings = new HeardFindings();
  private readonly notes = new HeardFindings();
  private put = new Map<string, Checked>();
  private removed = new Map<string, { kind: string; id: string }>();
  private lastId = 0;
  /** Number of the load or change that is being worked on. */
  private awaited = 0;
  private levelsAsked = 0;
  private wantsLevels = false;
  private closed = false;
  /** What is only tried waits until then, on the clock of the window. */
  private heldUntil = 0;
  /** How long what comes after is to wait, where what is gathered is only tried. */
  private previewMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked to be tried, and is to be told once all changes are in. */
  private trials: SessionRequest[] = [];
  private readonly awaiting = new Map<number, Trial>();
  private readonly issues = new Map<string, IssueChunk>();

  constructor(
    start: (
      onMessage: (message: unknown) => void,
      onCrash: (reason: string) => void,
    ) => SessionPort,
    events: SessionEvents,
  ) {
    this.events = events;
    this.port = start(
      (message) => this.receive(message),
      (reason) => this.fail(new JobError(reason)),
    );
  }

  /** Whether all that was told has been checked. */
  get isSettled(): boolean {
    return this.awaited === 0 && this.put.size === 0 && this.removed.size === 0;
  }

  load(records: readonly Checked[], on: string): void {
    const id = ++this.lastId;
    this.awaited = id;
    this.findings.forget();
    this.notes.forget();
    void postInParts(
      records,
      (part) => this.port.post({ type: 'part', id, records: part }),
      () => !this.closed && this.awaited === id,
    ).then((posted) => posted && this.port.post({ type: 'load', id, on }));
  }

  change(put: readonly Checked[], removed: readonly Checked[] = []): void {
    this.gather(put, removed);
    this.heldUntil = 0;
    this.tell();
  }

  /** Like `change`, but told at most once in so many milliseconds, the first at once: for what is only tried. */
  preview(put: readonly Checked[], removed: readonly Checked[], everyMs: number): void {
    this.gather(put, removed);
    this.previewMs = everyMs;
    this.tell();
  }

  private gather(put: readonly Checked[], removed: readonly Checked[]): void {
    for (const { kind, id } of removed) {
      this.put.delete(id);
      this.removed.set(id, { kind, id });
    }
    for (const record of put) {
      // What is put again after it was removed comes last: both are told.
      this.put.delete(record.id);
      this.put.set(record.id, record);
    }
  }

  /** Asks for what is wrong between the levels, once all changes are in. */
  askLevels(): void {
    this.wantsLevels = true;
    this.tell();
  }

  /** Tells of the issues that were not told of before; their texts stay here. */
  tellIssues(chunks: readonly IssueChunk[]): void {
    const put = chunks.filter((chunk) => this.issues.get(chunk.id) !== chunk);
    const now = new Set(chunks.map(({ id }) => id));
    const gone = [...this.issues.keys()].filter((id) => !now.has(id));
    for (const chunk of put) this.issues.set(chunk.id, chunk);
    for (const id of gone) this.issues.delete(id);
    if (put.length + gone.length === 0) return;
    this.trials.push({ type: 'issues', put: put.map(placesOf), gone });
    this.tell();
  }

  /** What a fix would do, once all changes are in. Rejects when the session is closed before. */
  tryFix(request: FixRequest): Promise<FixOutcome> {
    return this.ask(
      (id) => ({ type: 'try', id, request: { ...request } }),
      {},
    ) as Promise<FixOutcome>;
  }

  /** What an edit of ground would do, once all changes are in. Rejects like `tryFix`. */
  tryEdit(request: EditRequest, locks: readonly Lock[]): Promise<EditOutcome> {
    return this.ask(
      (id) => ({ type: 'tryEdit', id, request: { ...request }, locks: [...locks] }),
      {},
    ) as Promise<EditOutcome>;
  }

  /** What a list of mends would do. @throws AbortError when cancelled */
  tryMends(
    input: Omit<TryMendsInput, 'records'>,
    options: { signal: AbortSignal; onProgress: (fraction: number) => void },
  ): Promise<TriedMends> {
    const asked = this.ask((id) => {
      options.signal.addEventListener('abort', () => {
        if (!this.closed) this.port.post({ type: 'cancel', id });
      });
      return { type: 'tryMends', id, input: { ...input } };
    }, options);
    return asked as Promise<TriedMends>;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    this.port.terminate();
    for (const trial of this.awaiting.values()) trial.reject(new JobError('closed'));
    this.awaiting.clear();
  }

  private ask(
    request: (id: number) => SessionRequest,
    { onProgress }: Pick<Trial, 'onProgress'>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new JobError('closed'));
      const id = ++this.lastId;
      this.awaiting.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
      this.trials.push(request(id));
      this.tell();
    });
  }

  private tell(): void {
    if (this.closed || this.awaited !== 0) return;
    if (this.put.size > 0 || this.removed.size > 0) {
      const now = performance.now();
      clearTimeout(this.timer);
      if (now < this.heldUntil) {
        this.timer = setTimeout(() => this.tell(), this.heldUntil - now);
        return;
      }
      this.heldUntil = now + this.previewMs;
      this.previewMs = 0;
      const id = ++this.lastId;
      this.awaited = id;
      const put = [...this.put.values()];
      const removed = [...this.removed.values()];
      this.put.clear();
      this.removed.clear();
      if (put.length <= mostAtOnce) {
        this.port.post({ type: 'change', id, put, removed });
        return;
      }
      void postInParts(
        put,
        (part) => this.port.post({ type: 'part', id, records: part }),
        () => !this.closed && this.awaited === id,
      ).then((posted) => posted && this.port.post({ type: 'change', id, put: [], removed }));
      return;
    }
    for (const trial of this.trials.splice(0)) this.port.post(trial);
    if (this.wantsLevels) {
      this.wantsLevels = false;
      this.levelsAsked = ++this.lastId;
      this.port.post({ type: 'levels', id: this.levelsAsked });
    }
  }

  private receive(message: unknown): void {
    const parsed = sessionReply.safeParse(message);
    if (!parsed.success || this.closed) return;
    const reply = parsed.data;
    if (this.takeTrial(reply) || reply.type === 'tried') return;
    if (reply.type === 'levels') {
      if (reply.id === this.levelsAsked) this.events.levels(reply.findings as Finding[]);
      return;
    }
    if (reply.type === 'failed' && reply.id === this.levelsAsked) {
      // Ended by a change; otherwise a fault like any other.
      if (reply.error.name !== 'AbortError') this.fail(fromErrorEnvelope(reply.error));
      return;
    }
    if (reply.id !== this.awaited) return;
    if (reply.type === 'progress') return this.events.progress(reply.fraction);
    if (reply.type === 'failed') return this.fail(fromErrorEnvelope(reply.error));
    this.findings.take(reply.findings as FindingsNews);
    this.notes.take(reply.notes as FindingsNews);
    this.awaited = 0;
    const report = reply.report as Omit<CheckReport, 'findings' | 'notes'>;
    this.events.coverage({ ...report, findings: this.findings.list, notes: this.notes.list });
    this.tell();
  }

  /** Whether a reply is about a trial, which is then told of it. */
  private takeTrial(reply: SessionReply): boolean {
    const trial = this.awaiting.get(reply.id);
    if (!trial) return false;
    if (reply.type === 'progress') {
      trial.onProgress?.(reply.fraction);
      return true;
    }
    this.awaiting.delete(reply.id);
    if (reply.type === 'tried') trial.resolve(reply.outcome);
    else if (reply.type === 'failed') trial.reject(fromErrorEnvelope(reply.error));
    return true;
  }

  private fail(error: Error): void {
    if (this.closed) return;
    this.close();
    this.events.failed(error);
  }
}
