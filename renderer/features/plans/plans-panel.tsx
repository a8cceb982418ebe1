import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Plus } from 'lucide-react';
import { askToAdopt, comparePlansOf } from '#renderer/state/plans.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { editPlans, showPlan } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import { addScenario } from '#shared/edits/commands/add-scenario.ts';
import { changeScenario } from '#shared/edits/commands/change-scenario.ts';
import { removeScenario } from '#shared/edits/commands/remove-scenario.ts';
import { planInForce } from '#shared/edits/scenario/shown-plan.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import { freshName } from './fresh-name.ts';
import { nameInForce, planName } from './plan-words.ts';
import styles from './plans.module.css';
import { ScenarioItem } from './scenario-item.tsx';

/** The plans of the project: the one in force, those that are tried, and those of before. */
export function PlansPanel(props: { onClose: () => void }) {
  const text = useText();
  const say = useSayResult();
  const today = useToday();
  const { stored, plan, role } = useProjectParts('stored', 'plan', 'role', 'revision');
  if (!stored) return null;
  const mayEdit = role === 'writer';
  const scenarios = stored.all('scenario');
  const editions = stored.all('planEdition').toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const begin = (copyOf?: string) => {
    const newId = crypto.randomUUID();
    const base =
      copyOf === undefined
        ? text('plans.newName')
        : planName(stored, { of: 'scenario', id: copyOf }, text);
    const name = freshName(
      base,
      scenarios.map((scenario) => scenario.name),
    );
    const done = say(
      editPlans(addScenario, { newId, name, ...(copyOf !== undefined && { copyOf }) }),
    );
    if (done) showPlan({ of: 'scenario', id: newId });
  };
  return (
    <SidePanel title={text('plans.title')} onClose={props.onClose}>
      <button
        type="button"
        className={styles.force}
        aria-pressed={plan.of === 'inForce'}
        onClick={() => showPlan(planInForce)}
      >
        <small>{text('plans.inForceShort')}</small>
        {nameInForce(stored, text)}
      </button>
      <h3>{text('plans.scenarios')}</h3>
      {scenarios.length === 0 && <p className={styles.quiet}>{text('plans.empty')}</p>}
      <ul className={styles.list}>
        {scenarios.map((scenario) => {
          const { id } = scenario;
          const own = { of: 'scenario' as const, id };
          return (
            <ScenarioItem
              key={id}
              scenario={scenario}
              isShown={plan.of === 'scenario' && plan.id === id}
              isDue={scenario.from !== null && scenario.from <= today}
              mayEdit={mayEdit}
              onShow={() => showPlan(own)}
              onCompare={() => comparePlansOf(planInForce, own)}
              onAdopt={() => askToAdopt(id)}
              onCopy={() => begin(id)}
              onRename={(name) => say(editPlans(changeScenario, { scenarioId: id, name }))}
              onRemove={() => say(editPlans(removeScenario, { scenarioId: id }))}
            />
          );
        })}
      </ul>
      {mayEdit && (
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => begin()}>
          {text('plans.begin')}
        </Button>
      )}
      <h3>
        <label htmlFor="plan-day">{text('plans.byDay')}</label>
      </h3>
      <DatePicker
        id="plan-day"
        value={plan.of === 'day' ? dayjs(plan.day) : null}
        maxDate={dayjs(today)}
        placeholder={text('plans.chooseDay')}
        onChange={(day) => {
          const chosen = dayjs.isDayjs(day) ? day.format('YYYY-MM-DD') : today;
          showPlan(chosen >= today ? planInForce : { of: 'day', day: chosen });
        }}
      />
      {editions.length === 0 ? (
        <p className={styles.quiet}>{text('plans.noEditions')}</p>
      ) : (
        <ul className={styles.list}>
          {editions.map(({ id, name, from }) => (
            <li key={id} className={styles.edition}>
              <span>{text('plans.named', { name, from })}</span>
              <Button
                type="link"
                size="small"
                aria-label={text('plans.beforeOf', { name })}
                onClick={() => showPlan({ of: 'day', day: dayBefore(from) })}
              >
                {text('plans.before')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
