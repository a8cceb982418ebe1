import { App, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { errorText } from '#renderer/state/error-text.ts';
import { authorsOf, mergeCopy } from '#renderer/state/keep/merge-copy.ts';
import {
  chooseRest,
  nextOpen,
  renewMerge,
  type ShownCopy,
  showConflict,
  showMerge,
  shownConflict,
  useMergeShown,
} from '#renderer/state/keep/merge-shown.ts';
import { sealLikeCopy } from '#renderer/state/keep/sealing.ts';
import { useSealed } from '#renderer/state/keep/use-sealed.ts';
import { useProject } from '#renderer/state/project.ts';
import { useAttempt } from '#renderer/state/use-attempt.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { lostNeeds } from '#shared/merge/lost-needs.ts';
import { ConflictTable } from './conflict-table.tsx';
import { ConflictView } from './conflict-view.tsx';
import styles from './keep.module.css';
import { SealChoice } from './seal-choice.tsx';

/** How long after an edit the plan is worked out anew, in ms: several in a row count as one. */
const settleMs = 800;

/** Works the plan out anew whenever the project has changed; answers whether that is still to be done. */
function useFreshPlan(copy: ShownCopy): boolean {
  const { message } = App.useApp();
  const edits = useProject((state) => state.history.length);
  const planned = useRef(edits);
  const [stale, setStale] = useState(false);
  useEffect(() => {
    if (planned.current === edits) return undefined;
    setStale(true);
    const timer = setTimeout(() => {
      const renew = async () => {
        try {
          renewMerge(copy, await copy.again());
          planned.current = edits;
        } catch (error) {
          // It has nothing to tell any more, or is no copy any more.
          message.warning({ content: errorText(error), duration: 8 });
          showMerge(null);
        } finally {
          setStale(false);
        }
      };
      void renew();
    }, settleMs);
    return () => clearTimeout(timer);
  }, [edits, copy, message]);
  return stale;
}

/** Another copy of the project beside the map, before it is merged: what comes over, and every conflict to be settled. */
export function MergePanel({ copy }: { copy: ShownCopy }) {
  const text = useText();
  const say = useSayResult();
  const state = useMergeShown();
  const stale = useFreshPlan(copy);
  const { plan, file } = copy;
  const { conflicts } = plan;
  const { choices, shownId } = state;
  const shown = shownConflict(state);
  const left = conflicts.length - choices.size;
  const lost = useMemo(() => lostNeeds(plan, choices), [plan, choices]);
  const next = nextOpen(state, lost);
  const counts = {
    added: plan.taken.filter(({ mine }) => !mine).length,
    updated: plan.taken.filter(({ mine, theirs }) => mine && theirs).length,
    removed: plan.taken.filter(({ theirs }) => !theirs).length,
  };
  const authors = authorsOf(plan)
    .map((author) => author || text('keep.merge.unnamed'))
    .join('、');
  const close = () => showMerge(null);
  const { passphrase } = copy;
  const sealed = useSealed(copy.projectId);
  const isOpen = sealed === false && passphrase !== null;
  const [seals, setSeals] = useState(true);
  const { busy, attempt } = useAttempt();
  const merge = () =>
    attempt(async () => {
      if (isOpen && seals) await sealLikeCopy(copy.projectId, passphrase);
      const result = mergeCopy(plan, choices);
      // What thousands of edits change is much for one task; the panel goes in the next.
      await nextTask();
      if (say(result)) close();
    });
  const panel = useRef<HTMLDivElement>(null);
  // It comes up by a command, and the keys are to be its own at once, as in a dialog.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <SidePanel title={text('keep.merge.title', { name: file })} onClose={close}>
      <div ref={panel} tabIndex={-1} className={styles.merge}>
        <p role="status">
          {stale && text('keep.merge.stale')}
          {!stale && conflicts.length === 0 && text('keep.merge.noConflicts')}
          {!stale && left > 0 && text('keep.merge.left', { left, count: conflicts.length })}
          {!stale && left === 0 && lost.size > 0 && text('keep.merge.lost', { count: lost.size })}
          {!stale && conflicts.length > 0 && left + lost.size === 0 && text('keep.merge.settled')}
        </p>
        {conflicts.length > 0 && (
          <ConflictTable conflicts={conflicts} choices={choices} lost={lost} shownId={shownId} />
        )}
        {left > 1 && (
          <div className={styles.rest}>
            {(['mine', 'theirs'] as const).map((side) => (
              <Button key={side} size="small" onClick={() => chooseRest(side)}>
                {text(`keep.merge.rest.${side}`)}
              </Button>
            ))}
          </div>
        )}
        {shown && <ConflictView key={shown.id} conflict={shown} />}
        <p className={styles.quiet}>
          {text('keep.merge.brings', { edits: plan.rows.length, authors, ...counts })}
        </p>
        <div className={styles.mergeFoot}>
          {isOpen && <SealChoice seals={seals} onChange={setSeals} />}
          <div className={styles.mergeButtons}>
            {conflicts.length > 1 && (
              <Button disabled={next === null} onClick={() => showConflict(next)}>
                {text('keep.merge.next')}
              </Button>
            )}
            <span className={styles.grow} />
            <Button onClick={close}>{text('common.cancel')}</Button>
            <Button
              type="primary"
              disabled={left + lost.size > 0 || stale || sealed === null}
              loading={busy}
              onClick={() => void merge()}
            >
              {text('keep.merge.do')}
            </Button>
          </div>
        </div>
      </div>
    </SidePanel>
  );
}
