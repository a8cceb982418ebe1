import { type GroundQuestion, groundProblem } from '#shared/analysis/balance/ground-problem.ts';
import {
  BalanceError,
  type BalanceOptions,
  type DivisionProposal,
  proposeDivisions,
} from '#shared/analysis/balance/propose-divisions.ts';
import { breathe, type JobHandler } from './job.ts';

export interface ProposeDivisionsInput extends BalanceOptions {
  question: GroundQuestion;
}

/** Proposals with the ids of the units in the order of their `zoneOf`, or why there are none (an i18n key). */
export type ProposedDivisions =
  | { units: { id: string; work: number }[]; proposals: DivisionProposal[] }
  | { refused: string };

/** Proposes divisions of ground into zones by workload. @throws the signal's reason when cancelled */
export const proposeDivisionsJob: JobHandler<ProposeDivisionsInput, ProposedDivisions> = async (
  { question, ...options },
  context,
) => {
  const problem = groundProblem(question);
  await breathe(context);
  try {
    const proposals = await proposeDivisions(problem, options, {
      progress: (fraction) => context.progress(fraction),
      breathe: () => breathe(context),
    });
    return { units: problem.units.map(({ id, work }) => ({ id, work })), proposals };
  } catch (error) {
    if (error instanceof BalanceError) return { refused: `edit.redraw.refused.${error.reason}` };
    throw error;
  }
};
