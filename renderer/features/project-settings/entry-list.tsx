import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './project-settings.module.css';

/** Editable list of one scheme: a row of fields for each entry, one button to add another. */
export function EntryList<Entry extends { key: string }>(props: {
  entries: readonly Entry[];
  /** Grid tracks of the fields, without the delete button's. */
  tracks: string;
  titles: string[];
  fields: (entry: Entry, change: (changed: Partial<Entry>) => void) => ReactNode;
  fresh: () => Entry;
  onChange: (entries: Entry[]) => void;
  empty: string;
}) {
  const text = useText();
  const { entries } = props;
  const style = { gridTemplateColumns: `${props.tracks} 28px` };
  return (
    <div>
      <div className={styles.entries}>
        {entries.length === 0 && <p className={styles.empty}>{props.empty}</p>}
        {entries.length > 0 && (
          <div className={styles.entry} style={style}>
            {props.titles.map((title) => (
              <span key={title} className={styles.head}>
                {title}
              </span>
            ))}
          </div>
        )}
        {entries.map((entry, index) => (
          // Keys of entries can be edited, so the place in the list is the row's identity.
          <div key={index} className={styles.entry} style={style}>
            {props.fields(entry, (changed) =>
              props.onChange(
                entries.map((old, at) => (at === index ? { ...old, ...changed } : old)),
              ),
            )}
            <Button
              type="text"
              size="small"
              aria-label={text('settings.remove', { name: entry.key })}
              icon={<Trash2 size={14} aria-hidden />}
              onClick={() => props.onChange(entries.filter((_, at) => at !== index))}
            />
          </div>
        ))}
      </div>
      <Button
        icon={<Plus size={14} aria-hidden />}
        onClick={() => props.onChange([...entries, props.fresh()])}
      >
        {text('settings.add')}
      </Button>
    </div>
  );
}
