import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { authorsOf, mergeCopy } from '#renderer/state/keep/merge-copy.ts';
import { useProject } from '#renderer/state/project.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import type { MergePlan } from '#shared/merge/plan-merge.ts';
import type { Choice } from '#shared/merge/settle.ts';
import { ConflictMap } from './conflict-map.tsx';
import { ConflictView, conflictRecord } from './conflict-view.tsx';
import styles from './keep.module.css';

const size: [number, number] = [338, 190];

/** Another copy of the project, before it is merged: what comes over, and every conflict to be settled. */
export function MergeDialog(props: { plan: MergePlan; file: string; onClose: () => void }) {
  const text = useText();
  const say = useSayResult();
  const document = useProject((state) => state.document);
  const { plan } = props;
  const { conflicts } = plan;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [shownId, setShownId] = useState<string | null>(conflicts[0]?.id ?? null);
  const shown = conflicts.find(({ id }) => id === shownId);
  const left = conflicts.length - choices.size;
  const choose = (id: string, choice: Choice) => setChoices(new Map(choices).set(id, choice));
  const counts = {
    added: plan.taken.filter(({ mine }) => !mine).length,
    updated: plan.taken.filter(({ mine, theirs }) => mine && theirs).length,
    removed: plan.taken.filter(({ theirs }) => !theirs).length,
  };
  const authors = authorsOf(plan)
    .map((author) => author || text('keep.merge.unnamed'))
    .join('、');
  const overview = useMemo(() => {
    const district = document?.all('district') ?? [];
    const records = conflicts.map(conflictRecord);
    return {
      frame: [...district, ...records],
      layers: [
        { records: document?.all('street') ?? [], colour: '--line' as const, width: 1 },
        { records: district, colour: '--quiet' as const, width: 2 },
        { records, colour: '--accent' as const, width: 1, filled: true },
        {
          records: records.filter(({ id }) => id === shownId),
          colour: '--ink' as const,
          width: 3,
        },
      ],
    };
  }, [document, conflicts, shownId]);

  return (
    <Modal
      open
      title={text('keep.merge.title', { name: props.file })}
      width={960}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose}>
          {text('common.cancel')}
        </Button>,
        <Button
          key="merge"
          type="primary"
          disabled={left > 0}
          onClick={() => say(mergeCopy(plan, choices)) && props.onClose()}
        >
          {text('keep.merge.do')}
        </Button>,
      ]}
    >
      <p>{text('keep.merge.brings', { edits: plan.rows.length, authors, ...counts })}</p>
      <p role="status" className={styles.quiet}>
        {conflicts.length === 0 && text('keep.merge.noConflicts')}
        {conflicts.length > 0 &&
          left > 0 &&
          text('keep.merge.left', { left, count: conflicts.length })}
        {conflicts.length > 0 && left === 0 && text('keep.merge.settled')}
      </p>
      {conflicts.length > 0 && (
        <div className={styles.columns}>
          <div className={styles.left}>
            <ul className={styles.list} aria-label={text('keep.merge.conflicts')}>
              {conflicts.map((conflict) => {
                const record = conflictRecord(conflict);
                const choice = choices.get(conflict.id);
                return (
                  <li key={conflict.id}>
                    <button
                      type="button"
                      aria-pressed={conflict.id === shownId}
                      onClick={() => setShownId(conflict.id)}
                    >
                      <span className={styles.grow}>{recordTitle(record)}</span>
                      <span className={styles.end}>
                        {choice ? text(`keep.merge.${choice}`) : text('keep.merge.open')}
                      </span>
                      <small>{text(`kind.${record.kind}`)}</small>
                    </button>
                  </li>
                );
              })}
            </ul>
            <ConflictMap
              label={text('keep.merge.overview')}
              size={size}
              frame={overview.frame}
              layers={overview.layers}
            />
          </div>
          <div className={styles.side}>
            {shown && (
              <ConflictView
                conflict={shown}
                choice={choices.get(shown.id)}
                onChoose={(choice) => choose(shown.id, choice)}
              />
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}
