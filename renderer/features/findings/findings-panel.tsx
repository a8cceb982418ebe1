import { Button, Progress } from 'antd';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { ChainFixActions } from '#renderer/features/chain-fixes/chain-fix-actions.tsx';
import { FixActions } from '#renderer/features/repair/fix-actions.tsx';
import { MendAllButton } from '#renderer/features/repair/mend-all-button.tsx';
import { useRoom } from '#renderer/features/repair/use-room.ts';
import { cancelCheck, listedFindings, runCheck, useFindings } from '#renderer/state/findings.ts';
import { useRepair } from '#renderer/state/repair.ts';
import { useView } from '#renderer/state/view.ts';
import { openMenu } from '#renderer/state/context-menu.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatArea, formatLength } from '#renderer/ui/format.ts';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Rule } from '#shared/model/rule.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { BalanceLine } from './balance-line.tsx';
import styles from './findings-panel.module.css';
import { RuleBadge } from './rule-badge.tsx';

const severityOrder = { error: 0, warning: 1, note: 2 } as const;
const ruleOrder: readonly Rule[] = [...horizontalRules, ...verticalRules];

/** List of all that is wrong, by rule and severity; or the statement that nothing is. */
export const FindingsPanel = memo(function FindingsPanel(props: {
  proof: 'horizontal' | 'vertical' | null;
  onGo: (finding: Finding) => void;
}) {
  const text = useText();
  // Of the report only what is shown here: it is a new one at each step of a drag.
  const listed = useFindings((state) => listedFindings(state.report));
  const isChecked = useFindings((state) => state.report !== null);
  const isRight = useFindings(({ report }) => report?.findings.length === 0);
  const nothing = useFindings(({ report }) => report?.nothing ?? null);
  const running = useFindings((state) => state.running);
  const progress = useFindings((state) => state.progress);
  const error = useFindings((state) => state.error);
  const activeId = useView((view) => view.activeFindingId);
  const [rule, setRule] = useState<Rule | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const room = useRoom(panel);
  const { onGo } = props;
  // Who mends one finding after another need not look for the next; whoever else made one go does.
  const onGone = useCallback(
    (successor: Finding | null) => {
      if (activeId !== useRepair.getState().mendedId) return;
      if (successor) onGo(successor);
      else useView.getState().activateFinding(null);
    },
    [activeId, onGo],
  );

  const ofProof = useMemo(() => {
    const rules: readonly Rule[] =
      props.proof === 'horizontal'
        ? horizontalRules
        : props.proof === 'vertical'
          ? verticalRules
          : ruleOrder;
    return listed.filter((finding) => rules.includes(finding.rule));
  }, [listed, props.proof]);
  const counts = useMemo(() => countByRule(ofProof), [ofProof]);
  const chosen = rule !== null && counts.has(rule) ? rule : null;
  const rows = useMemo(
    () =>
      ofProof
        .filter((finding) => chosen === null || finding.rule === chosen)
        .sort(
          (a, b) =>
            severityOrder[a.severity] - severityOrder[b.severity] ||
            ruleOrder.indexOf(a.rule) - ruleOrder.indexOf(b.rule) ||
            (b.areaM2 ?? 0) - (a.areaM2 ?? 0),
        ),
    [ofProof, chosen],
  );

  const shownColumns = useMemo(() => columns(text, onGo, room), [text, onGo, room]);

  return (
    <div ref={panel} className={styles.panel}>
      <div className={styles.bar}>
        <div className={styles.run}>
          <Button
            block
            size="small"
            type={isChecked || running ? 'default' : 'primary'}
            onClick={() => (running ? cancelCheck() : void runCheck())}
          >
            {text(running ? 'common.cancel' : isChecked ? 'findings.again' : 'findings.run')}
          </Button>
          {running && (
            <Progress
              className={styles.progress}
              percent={Math.round(progress * 100)}
              size={{ height: 3 }}
              showInfo={false}
              aria-label={text('findings.running')}
            />
          )}
        </div>
        <RuleFilter counts={counts} total={ofProof.length} chosen={chosen} onChoose={setRule} />
        <MendAllButton />
        <BalanceLine />
      </div>
      {error && (
        <p className={styles.failure} role="alert">
          {text('findings.failed', { reason: error })}
        </p>
      )}
      {nothing && (
        <p className={styles.nothing} role="alert">
          <strong>{text('findings.nothing')}</strong> {text(textKey(`findings.${nothing}`))}
        </p>
      )}
      {!nothing && isRight && ofProof.length > 0 && (
        <p className={styles.onlyNotes}>
          <EmptyState />
        </p>
      )}
      <DataTable
        label={text('findings.title')}
        columns={shownColumns}
        rows={rows}
        rowKey={(finding) => finding.id}
        selectedKey={activeId}
        onSelect={props.onGo}
        onActivate={props.onGo}
        onMenu={(finding, at) => openMenu({ of: 'finding', finding }, at)}
        onSelectedGone={onGone}
        empty={<EmptyState />}
      />
    </div>
  );
});

function EmptyState() {
  const text = useText();
  const report = useFindings((state) => state.report);
  const running = useFindings((state) => state.running);
  if (running) return text('findings.running');
  if (!report) return text('findings.notYet');
  if (report.nothing) return text('findings.nothingToList');
  return <strong className={styles.proved}>✓ {text('findings.allCovered')}</strong>;
}

function RuleFilter(props: {
  counts: ReadonlyMap<Rule, number>;
  total: number;
  chosen: Rule | null;
  onChoose: (rule: Rule | null) => void;
}) {
  const text = useText();
  if (props.counts.size === 0) return null;
  return (
    <fieldset className={styles.rules}>
      <legend className="visually-hidden">{text('findings.filter')}</legend>
      <button
        type="button"
        aria-pressed={props.chosen === null}
        onClick={() => props.onChoose(null)}
      >
        {text('findings.all')} {props.total}
      </button>
      {ruleOrder
        .filter((rule) => props.counts.has(rule))
        .map((rule) => (
          <button
            key={rule}
            type="button"
            aria-pressed={props.chosen === rule}
            onClick={() => props.onChoose(props.chosen === rule ? null : rule)}
          >
            {text(textKey(`rule.${rule}`))} {props.counts.get(rule)}
          </button>
        ))}
    </fieldset>
  );
}

function countByRule(findings: readonly Finding[]): Map<Rule, number> {
  const counts = new Map<Rule, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function columns(
  text: Translate,
  onGo: (finding: Finding) => void,
  room: number,
): Column<Finding>[] {
  return [
    {
      key: 'rule',
      title: text('findings.rule'),
      width: '132px',
      render: (finding) => <RuleBadge finding={finding} />,
      sort: (finding) => ruleOrder.indexOf(finding.rule),
    },
    {
      key: 'message',
      title: text('findings.what'),
      width: 'minmax(260px, 1fr)',
      render: (finding) => {
        const message = text(textKey(`finding.${finding.message.key}`), finding.message.params);
        return <span title={message}>{message}</span>;
      },
    },
    {
      key: 'area',
      title: text('findings.area'),
      width: '100px',
      align: 'end',
      render: (finding) => (finding.areaM2 === null ? '' : formatArea(finding.areaM2)),
      sort: (finding) => finding.areaM2 ?? -1,
    },
    {
      key: 'size',
      title: text('findings.size'),
      width: '100px',
      align: 'end',
      render: (finding) => {
        const metres = finding.lengthM ?? finding.widthM;
        return metres === null ? '' : formatLength(metres);
      },
      sort: (finding) => finding.lengthM ?? finding.widthM ?? -1,
    },
    {
      key: 'fixes',
      title: text('repair.fixes'),
      width: 'minmax(220px, 1fr)',
      render: (finding) =>
        finding.chainFixes ? (
          <ChainFixActions finding={finding} room={room} />
        ) : (
          <FixActions finding={finding} room={room} />
        ),
    },
    {
      key: 'go',
      title: '',
      width: '64px',
      align: 'end',
      render: (finding) => (
        <button
          type="button"
          className={styles.go}
          onClick={(event) => {
            event.stopPropagation();
            onGo(finding);
          }}
        >
          {text('findings.go')}
        </button>
      ),
    },
  ];
}
