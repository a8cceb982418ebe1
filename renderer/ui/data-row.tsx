import { type CSSProperties, memo, type RefObject } from 'react';
import type { Column } from './column.ts';
import styles from './data-table.module.css';

/** What a row tells of, as the table was last asked to be. */
export interface RowHandlers<Row> {
  onSelect: (row: Row) => void;
  onActivate?: (row: Row) => void;
  onChooseAlso?: (row: Row) => void;
  onMenu?: (row: Row, at: readonly [x: number, y: number]) => void;
}

interface DataRowProps<Row> {
  row: Row;
  id: string;
  /** Its place in the list, from 0 on. */
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  columns: readonly Column<Row>[];
  tracks: CSSProperties;
  /** The selected one; one that is chosen beside it is only selected for readers. */
  isCurrent: boolean;
  isSelected: boolean;
  handlers: RefObject<RowHandlers<Row>>;
  /** Gives the keys to the table. */
  onFocus: () => void;
}

function Row<Row>(props: DataRowProps<Row>) {
  const { row, columns, tracks, top, handlers } = props;
  return (
    <div
      id={props.id}
      className={styles.row}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected}
      data-current={props.isCurrent}
      style={{ ...tracks, top }}
      onClick={(event) => {
        const { onChooseAlso, onSelect } = handlers.current;
        const also = event.shiftKey || event.ctrlKey || event.metaKey;
        if (also && onChooseAlso) onChooseAlso(row);
        else onSelect(row);
      }}
      onMouseDown={(event) => {
        // Shift would mark text from the last click on.
        if (event.shiftKey && handlers.current.onChooseAlso) event.preventDefault();
      }}
      onContextMenu={(event) => {
        const { onMenu } = handlers.current;
        if (!onMenu) return;
        event.preventDefault();
        props.onFocus();
        onMenu(row, [event.clientX, event.clientY]);
      }}
      onDoubleClick={() => handlers.current.onActivate?.(row)}
    >
      {columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={`${styles.cell} ${column.align ? styles.end : ''}`}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** A row of a table; drawn anew only when it or the columns are others than before. */
export const DataRow = memo(Row) as typeof Row;
