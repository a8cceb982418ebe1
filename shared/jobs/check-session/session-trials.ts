import type { FixRequest } from '#shared/edits/apply-fix.ts';
import { toErrorEnvelope } from '#shared/jobs/error-envelope.ts';
import { type EditRequest, tryEdit } from '#shared/jobs/try-edit.ts';
import { tryFix } from '#shared/jobs/try-fix.ts';
import { type TryMendsInput, tryMends } from '#shared/jobs/try-mends.ts';
import type { SessionReply, SessionRequest } from './messages.ts';
import type { SessionRecords } from './session-records.ts';

const types = ['issues', 'try', 'tryEdit', 'tryMends', 'cancel'] as const;
type TrialRequest = Extract<SessionRequest, { type: (typeof types)[number] }>;

/** Whether a message is about trying fixes and not about checking. */
export function isTrial(request: SessionRequest): request is TrialRequest {
  return (types as readonly string[]).includes(request.type);
}

/**
 * Tries fixes and other edits on the records of a session. One is tried at once, also while a check goes on, for it
 * only reads; a list of mends goes on beside the checks until it is done or cancelled.
 */
export class SessionTrials {
  private readonly reply: (message: SessionReply) => void;
  private readonly newController: () => { readonly signal: AbortSignal; abort(): void };
  private readonly running = new Map<number, { abort(): void }>();

  constructor(
    reply: SessionTrials['reply'],
    newController: () => { readonly signal: AbortSignal; abort(): void },
  ) {
    this.reply = reply;
    this.newController = newController;
  }

  take(request: TrialRequest, records: SessionRecords): void {
    switch (request.type) {
      case 'issues':
        records.putIssues(request.put as never, request.gone);
        return;
      case 'cancel':
        this.running.get(request.id)?.abort();
        return;
      case 'try':
        void this.answer(request.id, () =>
          tryFix(records.view(), request.request as unknown as FixRequest),
        );
        return;
      case 'tryEdit':
        void this.answer(request.id, () =>
          tryEdit(records.view(), request.request as EditRequest, request.locks as never),
        );
        return;
      case 'tryMends':
        void this.tryMends(request.id, request.input as unknown as TryMendsInput, records);
    }
  }

  private async tryMends(id: number, input: TryMendsInput, records: SessionRecords): Promise<void> {
    const controller = this.newController();
    this.running.set(id, controller);
    await this.answer(id, () =>
      tryMends(
        { ...input, records: records.everything() },
        {
          signal: controller.signal,
          progress: (fraction) => this.reply({ type: 'progress', id, fraction }),
        },
      ),
    );
    this.running.delete(id);
  }

  private async answer(id: number, work: () => unknown): Promise<void> {
    try {
      this.reply({ type: 'tried', id, outcome: await work() });
    } catch (error) {
      this.reply({ type: 'failed', id, error: toErrorEnvelope(error) });
    }
  }
}
