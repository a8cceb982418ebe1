import { useEffect, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import type { HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import type { AnswerOf } from '#shared/jobs/chain-session/questions.ts';
import { otherwiseIn } from '#shared/edits/scenario/zones-between.ts';
import { zonesOf } from './plan-pair.ts';

export interface Comparison {
  plans: AnswerOf<'comparedPlans'> | null;
  sheet: HandOverLines | null;
  error: string | null;
}

const nothing: Comparison = { plans: null, sheet: null, error: null };

/**
 * Numbers, ground that changes hands, and who hands what to whom between two plans, which are compared anew
 * when they are other objects.
 */
export function useComparison(before: ShownPlan, after: ShownPlan): Comparison {
  const { session, turn } = useChain();
  const { document, stored, revision } = useProjectParts('document', 'stored', 'revision');
  const today = useToday();
  const [comparison, setComparison] = useState<Comparison>(nothing);
  useEffect(() => {
    void [turn, revision];
    if (!session || !document || !stored) return;
    let wanted = true;
    const shown = document.all('zone');
    const was = otherwiseIn(shown, zonesOf(stored, before));
    const is = otherwiseIn(shown, zonesOf(stored, after));
    const tell = (part: Partial<Comparison>) => {
      if (wanted) setComparison((known) => ({ ...known, ...part }));
    };
    const failed = (error: unknown) => tell({ error: errorText(error) });
    session
      .ask('comparedPlans', { before: was, after: is })
      .then((plans) => tell({ plans, error: null }), failed);
    session
      .ask('handOver', {
        before: was,
        after: is,
        lastDay: today,
        effectiveOn: today,
      })
      .then((sheet) => tell({ sheet }), failed);
    return () => {
      wanted = false;
      setComparison(nothing);
    };
  }, [session, turn, document, stored, revision, before, after, today]);
  return comparison;
}
