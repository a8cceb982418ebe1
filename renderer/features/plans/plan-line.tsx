import { Button } from 'antd';
import { GitBranch, History } from 'lucide-react';
import { askToAdopt, comparePlansOf } from '#renderer/state/plans.ts';
import { useProject } from '#renderer/state/project.ts';
import { showPlan } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { planInForce } from '#shared/edits/scenario/shown-plan.ts';
import { nameInForce, planName } from './plan-words.ts';
import styles from './plans.module.css';

/** Says over the map, as long as it is so, that what is drawn is not the plan in force. */
export function PlanLine() {
  const text = useText();
  const { plan, stored, role } = useProject();
  if (plan.of === 'inForce' || !stored) return null;
  const isScenario = plan.of === 'scenario';
  const name = planName(stored, plan, text);
  const Icon = isScenario ? GitBranch : History;
  return (
    <div className={styles.line} role="status">
      <Icon size={14} aria-hidden />
      <span>
        <strong>{isScenario ? text('plans.drawingIn', { name }) : name}</strong>
        {' · '}
        {text(isScenario ? 'plans.stillInForce' : 'plans.pastFixed', {
          name: nameInForce(stored, text),
        })}
      </span>
      <Button
        size="small"
        onClick={() =>
          isScenario ? comparePlansOf(planInForce, plan) : comparePlansOf(plan, planInForce)
        }
      >
        {text('plans.compare')}
      </Button>
      {isScenario && role === 'writer' && (
        <Button size="small" onClick={() => askToAdopt(plan.id)}>
          {text('plans.adopt')}
        </Button>
      )}
      <Button size="small" onClick={() => showPlan(planInForce)}>
        {text('plans.back')}
      </Button>
    </div>
  );
}
