import { Button } from 'antd';
import type { StorageFailure } from '#renderer/state/project.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './broken-screen.module.css';

/** Plain screen for a project that cannot be read or written: what happened, and every way out. */
export function BrokenScreen(props: {
  failure: StorageFailure;
  /** The project is still in memory and can be saved to a file. */
  rescuable: boolean;
  onRetry: () => void;
  onRescue: () => void;
  onOpenFile: () => void;
  onProjects: () => void;
  onBackups: () => void;
}) {
  const text = useText();
  const { reason, detail } = props.failure;
  // What was lost while it was open is all there still, whatever became of the database.
  const stillHere = reason === 'cannot-open' && props.rescuable;
  return (
    <main className={styles.screen}>
      <div className={styles.inner} role="alert">
        <h1>{text(textKey(`broken.${reason}`))}</h1>
        <p>{text(stillHere ? 'broken.stillHereHint' : textKey(`broken.${reason}Hint`))}</p>
        <p className={styles.detail}>{text('broken.detail', { detail })}</p>
        <div className={styles.ways}>
          {props.rescuable && (
            <Button type="primary" onClick={props.onRescue}>
              {text('broken.rescue')}
            </Button>
          )}
          <Button type={props.rescuable ? 'default' : 'primary'} onClick={props.onRetry}>
            {text('broken.retry')}
          </Button>
          <Button onClick={props.onBackups}>{text('keep.backups.open')}</Button>
          <Button onClick={props.onOpenFile}>{text('broken.openFile')}</Button>
          <Button onClick={props.onProjects}>{text('broken.projects')}</Button>
        </div>
      </div>
    </main>
  );
}
