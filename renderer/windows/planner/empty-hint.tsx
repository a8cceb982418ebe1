import { Button } from 'antd';
import { Upload } from 'lucide-react';
import { homeKind } from '#renderer/map/home-bounds.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './empty-hint.module.css';

/** Where an empty map begins: says that there is nothing yet, and leads to the import. */
export function EmptyHint(props: { document: Document; onImport: () => void }) {
  const text = useText();
  const { document } = props;
  const isEmpty = useProject(() => homeKind(document) === null);
  if (!isEmpty) return null;
  return (
    <section className={styles.hint} aria-label={text('planner.empty')}>
      <h2>{text('planner.empty')}</h2>
      <p>{text('planner.emptyHint')}</p>
      <Button type="primary" icon={<Upload size={14} aria-hidden />} onClick={props.onImport}>
        {text('command.import')}
      </Button>
    </section>
  );
}
