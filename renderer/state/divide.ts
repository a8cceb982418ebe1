import { create } from 'zustand';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import type { Refusal } from '#shared/edits/command.ts';
import { applyWorkedOut } from '#shared/edits/commands/apply-worked-out.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import {
  type BalancedGround,
  type BalanceGroundInput,
  balanceKinds,
} from '#shared/jobs/balance-ground.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { errorText } from './error-text.ts';
import { useProject } from './project.ts';
import { edit } from './project-actions.ts';

export type DivideQuestion = Omit<BalanceGroundInput, 'records'>;
export type Proposed = Exclude<BalancedGround, Refusal>;

interface DivideState {
  /** 0 to 1 while divisions are being looked for; null otherwise. */
  progress: number | null;
  /** What was asked, of the answer that is there. */
  asked: DivideQuestion | null;
  answer: Proposed | null;
  /** Number of the proposal that the map shows. */
  shown: number;
  refusal: Refusal | null;
  error: string | null;
}

const nothing: DivideState = {
  progress: null,
  asked: null,
  answer: null,
  shown: 0,
  refusal: null,
  error: null,
};

/** Divisions that are proposed; the document knows nothing of them until one is adopted. */
export const useDivide = create<DivideState>()(() => nothing);

let running: AbortController | null = null;

/** Looks for divisions in a worker; what was proposed before is forgotten. */
export async function propose(question: DivideQuestion): Promise<void> {
  stopProposing();
  const { document } = useProject.getState();
  if (!document) return;
  const mine = new AbortController();
  running = mine;
  useDivide.setState({ ...nothing, progress: 0, asked: question });
  const records = balanceKinds.flatMap((kind): readonly AnyRecord[] => document.all(kind));
  try {
    const answer = await runJob(
      'balanceGround',
      { ...question, records },
      {
        signal: mine.signal,
        onProgress: (progress) => running === mine && useDivide.setState({ progress }),
      },
    );
    if (running !== mine) return;
    useDivide.setState(
      'refused' in answer ? { progress: null, refusal: answer } : { progress: null, answer },
    );
  } catch (error) {
    if (running !== mine) return;
    useDivide.setState({ progress: null, error: errorText(error) });
  } finally {
    if (running === mine) running = null;
  }
}

/** Ends a search; nothing of it stays. */
export function stopProposing(): void {
  const mine = running;
  running = null;
  mine?.abort();
  if (mine) useDivide.setState(nothing);
}

export function showProposal(shown: number): void {
  useDivide.setState({ shown });
}

/** Leaves a search or all proposals. Answers whether there was anything. */
export function dropProposals(): boolean {
  const { asked } = useDivide.getState();
  stopProposing();
  useDivide.setState(nothing);
  return asked !== null;
}

/** Adopts the proposal that is shown as one edit; null when there is none. */
export function adoptProposal(): CommandResult | null {
  const { answer, shown } = useDivide.getState();
  const proposal = answer?.proposals[shown];
  if (!proposal) return null;
  const { patch, selection, zones } = proposal;
  const label = { key: 'edit.redraw.adopt', params: { count: zones.length } };
  return edit(applyWorkedOut, { patch, selection, label });
}

const noMoves: readonly GroundMove[] = [];

/** The ground that would change hands by the proposal that is shown; null when none is. */
export function useProposedMoves(): readonly GroundMove[] | null {
  return useDivide(({ answer, shown }) =>
    answer ? (answer.proposals[shown]?.moves ?? noMoves) : null,
  );
}

// What was proposed holds for the document as it was.
useProject.subscribe((now, before) => {
  if (now.document === before.document && now.revision === before.revision) return;
  const { asked } = useDivide.getState();
  if (asked) dropProposals();
});
