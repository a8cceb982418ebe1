import { ArrowDown, ArrowUp } from 'lucide-react';
import styles from './data-table.module.css';

/** Heading of a table's column; pressing it sorts, where the column can be sorted. */
export function HeadCell(props: {
  title: string;
  align?: 'end' | undefined;
  order: 'up' | 'down' | null;
  /** Null: the column cannot be sorted. */
  onOrder: (() => void) | null;
}) {
  const { title, align, order, onOrder } = props;
  const className = `${styles.title} ${align ? styles.end : ''}`;
  const sorted = order === 'up' ? 'ascending' : order === 'down' ? 'descending' : 'none';
  return (
    <div
      role="columnheader"
      aria-sort={onOrder ? sorted : undefined}
      style={{ height: '100%', minWidth: 0 }}
    >
      {onOrder ? (
        <button type="button" className={className} style={{ width: '100%' }} onClick={onOrder}>
          {title}
          {order === 'up' && <ArrowUp size={12} aria-hidden />}
          {order === 'down' && <ArrowDown size={12} aria-hidden />}
        </button>
      ) : (
        <div className={className}>{title}</div>
      )}
    </div>
  );
}

/** The next order of a column when its heading is pressed: up, down, as they came. */
export function nextOrder<Key extends string>(
  was: { key: Key; down: boolean } | null,
  key: Key,
): { key: Key; down: boolean } | null {
  if (was?.key !== key) return { key, down: false };
  return was.down ? null : { key, down: true };
}
