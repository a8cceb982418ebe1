import { Button } from 'antd';
import { CalendarClock, GitBranch, History } from 'lucide-react';
import { askToAdopt, comparePlansOf } from '#renderer/state/plans.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { showPlan } from '#renderer/state/project-actions.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { planInForce } from '#shared/edits/scenario/shown-plan.ts';
import { nameInForce, planName } from './plan-words.ts';
import styles from './plans.module.css';

/** Says over the map, as long as it is so, that what is drawn is not the plan in force, or that one is due. */
export function PlanLine() {
  const text = useText();
  const today = useToday();
  const { plan, stored, role } = useProjectParts('plan', 'stored', 'role', 'revision');
  if (!stored) return null;
  if (plan.of === 'inForce') {
    const due = stored.all('scenario').find(({ from }) => from !== null && from <= today);
    if (!due || role !== 'writer') return null;
    const { id, name, from } = due;
    return (
      <div className={styles.line} data-due role="status">
        <CalendarClock size={14} aria-hidden />
        <span>
          <strong>{text('plans.dueLine', { name, day: from ?? '' })}</strong>
        </span>
        <Button size="small" onClick={() => comparePlansOf(planInForce, { of: 'scenario', id })}>
          {text('plans.compare')}
        </Button>
        <Button size="small" onClick={() => askToAdopt(id)}>
          {text('plans.adopt')}
        </Button>
      </div>
    );
  }
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
