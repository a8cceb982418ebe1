import { useEffect, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
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

/** Numbers, ground that changes hands, and who hands what to whom between two plans. */
export function useComparison(before: ShownPlan, after: ShownPlan): Comparison {
  const { session, turn } = useChain();
  const { document, stored, revision } = useProject();
  const today = useToday();
  const [comparison, setComparison] = useState<Comparison>(nothing);
  const key = JSON.stringify([before, after]);
  useEffect(() => {
    void [turn, revision];
    if (!session || !document || !stored) return;
    let wanted = true;
    const [one, other] = JSON.parse(key) as [ShownPlan, ShownPlan];
    const shown = document.all('zone');
    const [was, is] = [one, other].map((plan) => otherwiseIn(shown, zonesOf(stored, plan))) as [
      ReturnType<typeof otherwiseIn>,
      ReturnType<typeof otherwiseIn>,
    ];
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
  }, [session, turn, document, stored, revision, key, today]);
  return comparison;
}
