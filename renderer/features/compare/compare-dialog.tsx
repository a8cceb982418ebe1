import { Alert, Modal, Segmented, Select } from 'antd';
import { ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { nameInForce, planName } from '#renderer/features/plans/plan-words.ts';
import { usePlans } from '#renderer/state/plans.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { planInForce, type ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import styles from './compare.module.css';
import { CompareMaps, type CompareView } from './compare-maps.tsx';
import { HandOverBetween, NumbersFromTo, Transfers } from './compare-tables.tsx';
import { planPair } from './plan-pair.ts';
import { useComparison } from './use-comparison.ts';

/** Two plans held against each other: on maps, by figures, and by who hands what to whom. */
export function CompareDialog(props: { onClose: () => void }) {
  const stored = useProject((state) => state.stored);
  const compared = usePlans((state) => state.compared);
  if (!stored) return null;
  const [before, after] = compared ?? [planInForce, planInForce];
  return <Compare stored={stored} first={before} second={after} onClose={props.onClose} />;
}

function Compare(props: {
  stored: Document;
  first: ShownPlan;
  second: ShownPlan;
  onClose: () => void;
}) {
  const text = useText();
  const { stored } = props;
  const revision = useProject((state) => state.revision);
  const [compared, setCompared] = useState<readonly [ShownPlan, ShownPlan]>([
    props.first,
    props.second,
  ]);
  const [before, after] = compared;
  const [view, setView] = useState<CompareView>('beside');
  const [table, setTable] = useState<'numbers' | 'transfers' | 'handOver'>('numbers');
  const [selectedId, setSelected] = useState<string | null>(null);
  const pair = useMemo(() => {
    void revision;
    return planPair(stored, before, after);
  }, [stored, before, after, revision]);
  const { plans, sheet, error } = useComparison(before, after);
  const nameOf = (zoneId: string | null) => {
    if (zoneId === null) return text('numbers.nobody');
    const record = pair.change.added[zoneId] ?? pair.before.get(zoneId);
    return record && 'name' in record ? record.name : '';
  };
  const choices = planChoices(stored, compared).map((plan) => ({
    value: JSON.stringify(plan),
    label: planName(stored, plan, text),
    plan,
  }));
  const choose = (side: 0 | 1) => (
    <Select
      aria-label={text(side === 0 ? 'compare.before' : 'compare.after')}
      className={styles.choice ?? ''}
      value={JSON.stringify(compared[side])}
      options={choices}
      onChange={(value) => {
        const plan = choices.find((choice) => choice.value === value)?.plan;
        if (plan) setCompared(side === 0 ? [plan, after] : [before, plan]);
      }}
    />
  );
  const [nameBefore, nameAfter] = [before, after].map((plan) =>
    plan.of === 'inForce' ? nameInForce(stored, text) : planName(stored, plan, text),
  ) as [string, string];
  return (
    <Modal
      open
      centered
      title={text('compare.title')}
      width="calc(100vw - 32px)"
      footer={null}
      onCancel={props.onClose}
    >
      <div className={styles.body}>
        <div className={styles.bar}>
          {choose(0)}
          <ArrowRight size={14} aria-hidden />
          {choose(1)}
          <Segmented
            aria-label={text('compare.how')}
            value={view}
            options={(['beside', 'swipe', 'difference'] as const).map((value) => ({
              value,
              label: text(`compare.view.${value}`),
            }))}
            onChange={setView}
          />
          <span className={styles.space} />
          {plans && (
            <span className={styles.quiet}>
              {text('compare.summary', {
                zones: plans.zones.length,
                transfers: plans.transfers.length,
              })}
            </span>
          )}
        </div>
        <CompareMaps
          key={JSON.stringify(compared)}
          pair={pair}
          view={view}
          names={[nameBefore, nameAfter]}
          moves={plans?.moves ?? null}
          selectedId={selectedId}
        />
        <div className={styles.bar}>
          <Segmented
            aria-label={text('compare.what')}
            value={table}
            options={(['numbers', 'transfers', 'handOver'] as const).map((value) => ({
              value,
              label: text(`compare.table.${value}`),
            }))}
            onChange={setTable}
          />
        </div>
        <div className={styles.table}>
          {error && (
            <Alert type="error" showIcon title={text('compare.failed', { reason: error })} />
          )}
          {!plans && !error && <p className={styles.quiet}>{text('compare.working')}</p>}
          {plans && table === 'numbers' && (
            <NumbersFromTo
              zones={plans.zones}
              nameOf={nameOf}
              selectedId={selectedId}
              onSelect={setSelected}
            />
          )}
          {plans && table === 'transfers' && (
            <Transfers transfers={plans.transfers} nameOf={nameOf} />
          )}
          {plans && table === 'handOver' && <HandOverBetween sheet={sheet} />}
        </div>
      </div>
    </Modal>
  );
}

/** All plans that can be chosen: in force, scenarios, those before each change, and those chosen now. */
function planChoices(stored: Document, chosen: readonly ShownPlan[]): ShownPlan[] {
  const days = new Set(stored.all('planEdition').map(({ from }) => dayBefore(from)));
  for (const plan of chosen) if (plan.of === 'day') days.add(plan.day);
  return [
    planInForce,
    ...stored.all('scenario').map(({ id }): ShownPlan => ({ of: 'scenario', id })),
    ...[...days].sort().map((day): ShownPlan => ({ of: 'day', day })),
  ];
}
