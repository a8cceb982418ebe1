import type { CheckReport } from '#shared/checks/finding.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { checkNesting } from '#shared/checks/check-nesting.ts';
import { withIds } from '#shared/checks/finding-id.ts';
import { CoverageSession } from '#shared/checks/session/coverage-session.ts';
import { toErrorEnvelope } from '#shared/jobs/error-envelope.ts';
import { GatheredParts } from '#shared/jobs/gathered-parts.ts';
import { breathe } from '#shared/jobs/job.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';
import { type SessionReply, type SessionRequest, sessionRequest } from './messages.ts';
import { ToldFindings } from './told-findings.ts';
import { SessionRecords } from './session-records.ts';
import { isTrial, SessionTrials } from './session-trials.ts';

type Records = RecordOf<RecordKind>[];

type CheckRequest = Extract<SessionRequest, { type: 'load' | 'change' | 'levels' }>;

interface Loaded {
  records: SessionRecords;
  coverage: CoverageSession;
}

function notLoaded(id: number): SessionReply {
  return { type: 'failed', id, error: toErrorEnvelope(new Error('nothing has been loaded')) };
}

/**
 * The far end of a check session: keeps the records of a document, and tells after each change what
 * the proof of 横到边 says now. One thing is done after the other; a new load ends what still runs,
 * and a change ends what looks at the levels, which is asked for again afterwards. Fixes are tried
 * beside all that.
 */
export function createSessionServer(
  reply: (message: SessionReply) => void,
  newController: () => { readonly signal: AbortSignal; abort(): void },
): (message: unknown) => void {
  let loaded: Loaded | null = null;
  const gathered = new GatheredParts();
  const told = new ToldFindings();
  const toldNotes = new ToldFindings();
  let turn: Promise<void> = Promise.resolve();
  let running: { request: CheckRequest; abort(): void } | null = null;
  const trials = new SessionTrials(reply, newController);

  function tellCoverage(id: number, report: CheckReport): void {
    const { findings, notes = [], ...figures } = report;
    reply({
      type: 'coverage',
      id,
      report: figures,
      findings: told.newsOf(findings),
      notes: toldNotes.newsOf(notes),
    });
  }

  async function answer(request: CheckRequest, context: CheckContext): Promise<void> {
    const { id } = request;
    if (request.type === 'load') {
      told.forget();
      toldNotes.forget();
      loaded = null;
      const records = new SessionRecords(gathered.take(id) as Records, request.on);
      const coverage = new CoverageSession(records.input());
      const report = await coverage.load(context);
      loaded = { records, coverage };
      tellCoverage(id, report);
      return;
    }
    if (!loaded) throw new Error('nothing has been loaded');
    const { records, coverage } = loaded;
    if (request.type === 'change') {
      const put = [...gathered.take(id), ...request.put] as Records;
      const change = records.apply(put, request.removed);
      const report = await coverage.update(change ?? {}, context);
      tellCoverage(id, report);
      return;
    }
    const input = records.input();
    const nesting = await checkNesting(input, told.all, context);
    reply({ type: 'levels', id, findings: withIds(nesting, input.planar) });
  }

  async function inTurn(request: CheckRequest): Promise<void> {
    const controller = newController();
    running = { request, abort: () => controller.abort() };
    try {
      await answer(request, {
        progress: (fraction) => reply({ type: 'progress', id: request.id, fraction }),
        breathe: () => breathe({ signal: controller.signal, progress: () => undefined }),
      });
    } catch (error) {
      reply({ type: 'failed', id: request.id, error: toErrorEnvelope(error) });
    } finally {
      running = null;
    }
  }

  return (message) => {
    const request = sessionRequest.safeParse(message);
    if (!request.success) return;
    const { data } = request;
    if (data.type === 'part') {
      gathered.add(data.id, data.records);
      return;
    }
    if (isTrial(data)) {
      // Before the first check is done there is nothing to try fixes of.
      if (loaded) trials.take(data, loaded.records);
      else if (data.type !== 'issues') reply(notLoaded(data.id));
      return;
    }
    if (data.type === 'load' || running?.request.type === 'levels') running?.abort();
    turn = turn.then(() => inTurn(data));
  };
}
