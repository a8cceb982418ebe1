import { App, Button, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { backUpNow, chooseBackupPlace, refreshBackups } from '#renderer/state/keep/keeper.ts';
import type { Comparison } from '#renderer/state/keep/keep-jobs.ts';
import { type Backup, useKeep } from '#renderer/state/keep/keep-state.ts';
import { compareBackup, restoreAsCopy, restoreHere } from '#renderer/state/keep/restore.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { useAttempt } from '#renderer/state/use-attempt.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { ComparisonView } from './comparison-view.tsx';
import { formatBytes } from './format-bytes.ts';
import styles from './keep.module.css';

/** All backups: where they are kept, what differs from each, and the two ways back. */
export function BackupsDialog(props: { onDownload: () => void; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const say = useSayResult();
  const { place, backups, locked } = useKeep();
  const { project, status, role } = useProjectParts('project', 'status', 'role');
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const { busy, attempt } = useAttempt();
  const moment = ({ time }: Backup) => formatMoment(time, project?.utcOffsetMinutes ?? 480);

  useEffect(() => void attempt(refreshBackups), [attempt]);

  const choose = (backup: Backup) => {
    setChosen(backup);
    setComparison(null);
    void attempt(async () => setComparison(await compareBackup(backup)));
  };
  const own = backups.filter((one) => one.projectId === project?.id);
  // Without an open project, or without backups of it, those of all others help.
  const listed = own.length > 0 ? own : backups;
  const isOwn = chosen?.projectId === project?.id;
  const mayEdit = status === 'ready' && role === 'writer';

  return (
    <Modal
      open
      title={text('keep.backups.title')}
      footer={null}
      width={900}
      onCancel={props.onClose}
    >
      <div className={styles.line}>
        <span className={styles.grow}>
          {place && text(textKey(`keep.place.${place.state}`), { name: place.name })}
        </span>
        {(place?.state === 'none' || place?.state === 'ask') && (
          <Button onClick={() => void attempt(chooseBackupPlace)}>
            {text(textKey(`keep.place.${place.state}Button`))}
          </Button>
        )}
        {place?.state === 'ready' ? (
          <Button disabled={!mayEdit || busy || locked} onClick={() => void attempt(backUpNow)}>
            {text('keep.backups.now')}
          </Button>
        ) : (
          <Button disabled={status !== 'ready'} onClick={props.onDownload}>
            {text('keep.backups.download')}
          </Button>
        )}
      </div>
      {locked && (
        <div className={styles.line} role="alert">
          <span className={styles.grow}>{text('keep.backups.locked')}</span>
          <Button onClick={props.onDownload}>{text('keep.backups.unlock')}</Button>
        </div>
      )}
      <div className={styles.columns}>
        <ul className={styles.list} aria-label={text('keep.backups.list')}>
          {listed.map((backup) => (
            <li key={`${backup.projectId} ${backup.name}`}>
              <button
                type="button"
                aria-pressed={chosen?.name === backup.name}
                onClick={() => choose(backup)}
              >
                <span>{moment(backup)}</span>
                <span className={styles.end}>{formatBytes(backup.bytes)}</span>
                <small>{backup.project}</small>
                <small className={styles.end}>
                  {text('keep.backups.edits', { count: backup.sequence })}
                </small>
              </button>
            </li>
          ))}
          {listed.length === 0 && <li className={styles.quiet}>{text('keep.backups.empty')}</li>}
        </ul>
        <div className={styles.side} aria-busy={busy}>
          {!chosen && <p className={styles.quiet}>{text('keep.backups.choose')}</p>}
          {chosen && <h3>{text('keep.backups.chosen', { when: moment(chosen) })}</h3>}
          {chosen && busy && <Spin />}
          {comparison && <ComparisonView comparison={comparison} />}
        </div>
      </div>
      <div className={styles.foot}>
        <Button
          disabled={!chosen || busy}
          onClick={() => {
            if (!chosen) return;
            void attempt(async () => {
              if (!(await restoreAsCopy(chosen))) return;
              message.success(text('keep.backups.copied', { when: moment(chosen) }));
              props.onClose();
            });
          }}
        >
          {text('keep.backups.copy')}
        </Button>
        <Button
          type="primary"
          disabled={!chosen || busy || !isOwn || !mayEdit || !comparison || comparison.total === 0}
          onClick={() => {
            if (!chosen) return;
            void attempt(async () => {
              if (say(await restoreHere(chosen, moment(chosen)))) props.onClose();
            });
          }}
        >
          {text('keep.backups.restore')}
        </Button>
      </div>
    </Modal>
  );
}
