import type { Translate } from '#renderer/ui/use-text.ts';
import type { ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { PlanEdition } from '#shared/model/plan-edition.ts';

/** The plan that came into force last, the newest where several came on one day; null: the first plan. */
function lastEdition(document: DocumentView): PlanEdition | null {
  let last: PlanEdition | null = null;
  for (const edition of document.all('planEdition')) {
    if (!last || edition.from >= last.from) last = edition;
  }
  return last;
}

/** Name of the plan in force. */
export function nameInForce(document: DocumentView, text: Translate): string {
  const last = lastEdition(document);
  return last ? text('plans.named', { name: last.name, from: last.from }) : text('plans.first');
}

/** What a plan is called wherever it is spoken of. */
export function planName(document: DocumentView, plan: ShownPlan, text: Translate): string {
  if (plan.of === 'scenario') {
    return document.find('scenario', plan.id)?.name ?? text('plans.gone');
  }
  if (plan.of === 'day') return text('plans.onDay', { day: plan.day });
  return text('plans.inForce', { name: nameInForce(document, text) });
}
