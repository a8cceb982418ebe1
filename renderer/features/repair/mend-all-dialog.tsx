import { App, Button, Checkbox, InputNumber, Modal, Progress } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { completeRemovals } from '#shared/edits/repair/complete-removals.ts';
import { proposeMends } from '#shared/model/propose-mends.ts';
import { ConsequenceRows } from './consequence-rows.tsx';
import styles from './mend-all.module.css';
import { MendList, type MendRow } from './mend-list.tsx';
import { useTrial } from './use-trial.ts';

const noFindings: readonly Finding[] = [];

/** What a user has changed of the proposal for one finding. */
interface OwnChoice {
  fix?: number;
  ticked?: boolean;
}

/**
 * Mends all small findings together: first the list of what would be done, with its consequences,
 * then one button and one edit. Nothing is mended that does not stand in the list.
 */
export function MendAllDialog(props: { onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const document = useProject((state) => state.document);
  const findings = useFindings((state) => state.report?.findings) ?? noFindings;
  const [maxAreaM2, setMaxArea] = useState(100);
  const [maxWidthM, setMaxWidth] = useState(1);
  const [carry, setCarry] = useState(true);
  const [own, setOwn] = useState<ReadonlyMap<string, OwnChoice>>(new Map());

  const proposed = useMemo(
    () => proposeMends(findings, { maxAreaM2, maxWidthM }),
    [findings, maxAreaM2, maxWidthM],
  );
  const choices = useMemo(
    () =>
      proposed.map(({ target: finding }) => {
        const { fix = 0, ticked = true } = own.get(finding.id) ?? {};
        return { finding, fix, ticked };
      }),
    [proposed, own],
  );
  const mends = useMemo(
    () =>
      choices.flatMap(({ finding, fix: number, ticked }) => {
        const fix = finding.fixes[number];
        return ticked && fix ? [{ target: finding, fix }] : [];
      }),
    [choices],
  );
  const { tried, progress, error, cancel, again } = useTrial(mends, carry);

  const rows = useMemo(() => {
    const reasons = new Map(
      tried?.refused.map(({ index, reason, params }) => [
        mends[index]?.target.id,
        text(textKey(reason), params),
      ]),
    );
    return choices.map(
      (choice): MendRow => ({
        ...choice,
        refused: tried && choice.ticked ? (reasons.get(choice.finding.id) ?? null) : undefined,
      }),
    );
  }, [choices, mends, tried, text]);

  const change = useCallback(
    (ids: readonly string[], changed: OwnChoice) =>
      setOwn((was) => {
        const next = new Map(was);
        for (const id of ids) next.set(id, { ...next.get(id), ...changed });
        return next;
      }),
    [],
  );
  const onTick = useCallback(
    (finding: Finding, ticked: boolean) => change([finding.id], { ticked }),
    [change],
  );
  const onFix = useCallback(
    (finding: Finding, fix: number) => change([finding.id], { fix, ticked: true }),
    [change],
  );

  const mendable = findings.filter(({ fixes }) => fixes.length > 0).length;
  const beyond = mendable - proposed.length;
  const mended = tried?.mended ?? 0;
  const apply = () => {
    if (!tried) return;
    // Tried on the document as it is: another list comes with every change of it.
    const label = { key: 'edit.repair.all', params: { count: tried.mended } };
    const result = edit(
      (view) => ({ patch: completeRemovals(view, tried.patch), label, selection: [] }),
      undefined,
    );
    if ('refused' in result) {
      const reason = text(textKey(result.refused), result.params);
      message.warning(text('planner.refused', { reason }));
      return;
    }
    message.success(text('repair.done', { label: text(textKey(label.key), label.params) }));
    props.onClose();
  };
  if (!document) return null;
  const hasLevels = document.all('street').length + document.all('community').length > 0;
  return (
    <Modal
      open
      title={text('repair.all.title')}
      width="min(1180px, calc(100vw - 48px))"
      style={{ top: 32 }}
      onCancel={props.onClose}
      footer={
        <div className={styles.foot}>
          <span className={styles.quiet}>
            {beyond > 0 && text('repair.all.beyond', { count: beyond })}
          </span>
          <Button onClick={props.onClose}>{text('common.cancel')}</Button>
          <Button type="primary" disabled={mended === 0} onClick={apply}>
            {text('repair.all.apply', { count: tried ? mended : mends.length })}
          </Button>
        </div>
      }
    >
      <div className={styles.limits}>
        <label>
          {text('repair.all.upTo')}
          <InputNumber
            size="small"
            min={0}
            max={1_000_000_000}
            value={maxAreaM2}
            suffix="m²"
            onChange={(value) => setMaxArea(value ?? 0)}
          />
        </label>
        <label>
          {text('repair.all.widthUpTo')}
          <InputNumber
            size="small"
            min={0}
            max={1000}
            step={0.1}
            value={maxWidthM}
            suffix="m"
            onChange={(value) => setMaxWidth(value ?? 0)}
          />
        </label>
        {choices.length > 0 && (
          <Checkbox
            checked={mends.length === choices.length}
            indeterminate={mends.length > 0 && mends.length < choices.length}
            onChange={(event) =>
              change(
                choices.map(({ finding }) => finding.id),
                { ticked: event.target.checked },
              )
            }
          >
            {text('repair.all.tickAll')}
          </Checkbox>
        )}
        {choices.length > 0 && hasLevels && (
          <Checkbox checked={carry} onChange={(event) => setCarry(event.target.checked)}>
            {text('repair.carry')}
          </Checkbox>
        )}
      </div>
      <div className={styles.list}>
        <MendList document={document} rows={rows} onTick={onTick} onFix={onFix} />
      </div>
      <div className={styles.outcome} aria-live="polite">
        {progress !== null && (
          <div className={styles.progress}>
            <Progress
              size="small"
              percent={Math.round(progress * 100)}
              aria-label={text('repair.all.trying')}
            />
            <Button size="small" onClick={cancel}>
              {text('common.cancel')}
            </Button>
          </div>
        )}
        {error !== null && (
          <p className={styles.refused}>
            {error && text('repair.all.failed', { reason: error })}{' '}
            <Button size="small" onClick={again}>
              {text('repair.all.again')}
            </Button>
          </p>
        )}
        {tried && tried.refused.length > 0 && (
          <p className={styles.refused}>
            {text('repair.all.refused', { count: tried.refused.length })}
          </p>
        )}
        {tried && tried.mended > 0 && (
          <>
            <h3>{text('repair.all.totals')}</h3>
            <div className={styles.totals}>
              <ConsequenceRows consequences={tried.totals} none={text('repair.nobodyAffected')} />
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
