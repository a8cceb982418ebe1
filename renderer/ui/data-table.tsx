import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { asksForMenu } from './asks-for-menu.ts';
import type { Column } from './column.ts';
import { DataRow, type RowHandlers } from './data-row.tsx';
import styles from './data-table.module.css';
import { HeadCell, nextOrder } from './head-cell.tsx';
import { moveInRow } from './row-actions.ts';

export type { Column };

interface DataTableProps<Row> {
  /** Name of the table for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** A row that stays above the others however they are sorted. */
  isPinned?: (row: Row) => boolean;
  selectedKey: string | null;
  onSelect: (row: Row) => void;
  /** Enter or double click: go to the place. */
  onActivate?: (row: Row) => void;
  /** Rows that are chosen beside the selected one. */
  chosenKeys?: ReadonlySet<string>;
  /** Shift or Ctrl with a click: the row is chosen beside the others, or no more. */
  onChooseAlso?: (row: Row) => void;
  /** Shift with an arrow: the row is chosen beside the others. */
  onExtend?: (row: Row) => void;
  /** The secondary button, the menu key or Shift F10, with where the menu goes in the window. */
  onMenu?: (row: Row, at: readonly [x: number, y: number]) => void;
  /** The selected row has left the list: told with the one that stands in its place now. */
  onSelectedGone?: (successor: Row | null) => void;
  empty: ReactNode;
}

const rowHeight = 28;
const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/**
 * Dense table of any length: sortable, and moved through with arrow keys, Home, End and Enter. What
 * can be done with the selected row (`data-row-action`) is reached with F or the right arrow.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rowKey, selectedKey, isPinned } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [order, setOrder] = useState<{ key: string; down: boolean } | null>(null);

  const rows = useMemo(() => {
    const value = columns.find((column) => column.key === order?.key)?.sort;
    if (!value || !order) return props.rows;
    const sign = order.down ? -1 : 1;
    const sorted = [...props.rows].sort((a, b) => sign * compare(value(a), value(b)));
    if (!isPinned) return sorted;
    return [...sorted.filter(isPinned), ...sorted.filter((row) => !isPinned(row))];
  }, [props.rows, columns, order, isPinned]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head covers as much of what is scrolled.
    scrollPaddingEnd: rowHeight,
  });

  const selectedIndex = useMemo(
    () => (selectedKey === null ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey)),
    [rows, selectedKey, rowKey],
  );
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex);
  }, [selectedIndex, virtual]);

  const lastPlace = useRef<{ key: string | null; index: number }>({ key: null, index: -1 });
  const { onSelectedGone } = props;
  useEffect(() => {
    const before = lastPlace.current;
    lastPlace.current = { key: selectedKey, index: selectedIndex };
    if (selectedIndex >= 0 || before.index < 0 || before.key !== selectedKey) return;
    onSelectedGone?.(rows[Math.min(before.index, rows.length - 1)] ?? null);
  }, [selectedKey, selectedIndex, rows, onSelectedGone]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (moveInRow(event, scroller.current)) return;
    // A button in a row or in the head answers its keys itself.
    if (event.target !== scroller.current) return;
    if (props.onMenu && asksForMenu(event)) {
      const row = rows[selectedIndex];
      const box = scroller.current
        ?.querySelector('[role="row"][data-current="true"]')
        ?.getBoundingClientRect();
      if (row === undefined || !box) return;
      event.preventDefault();
      props.onMenu(row, [box.left + 24, box.bottom]);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: selectedIndex + 1,
      ArrowUp: Math.max(0, selectedIndex - 1),
      PageDown: selectedIndex + page,
      PageUp: selectedIndex - page,
      Home: 0,
      End: rows.length - 1,
    };
    const current = rows[selectedIndex];
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      props.onActivate?.(current);
      return;
    }
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const row = rows[Math.min(rows.length - 1, Math.max(0, target))];
    if (row === undefined) return;
    if (event.shiftKey && props.onExtend) props.onExtend(row);
    else props.onSelect(row);
  };

  const tracks = useMemo(
    () => ({ gridTemplateColumns: columns.map((column) => column.width).join(' ') }),
    [columns],
  );
  const handlers = useRef<RowHandlers<Row>>(props);
  useLayoutEffect(() => {
    handlers.current = props;
  });
  const takeKeys = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.table}>
      <div
        ref={scroller}
        className={styles.body}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={props.onChooseAlso ? true : undefined}
        aria-activedescendant={selectedIndex >= 0 ? `${prefix}${selectedIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head} role="row" aria-rowindex={1} style={tracks}>
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              title={column.title}
              align={column.align}
              order={order?.key === column.key ? (order.down ? 'down' : 'up') : null}
              onOrder={column.sort ? () => setOrder((was) => nextOrder(was, column.key)) : null}
            />
          ))}
        </div>
        {rows.length > 0 && (
          <div className={styles.space} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index] as Row;
              const key = rowKey(row);
              return (
                <DataRow
                  key={key}
                  row={row}
                  id={`${prefix}${item.index}`}
                  index={item.index}
                  top={item.start}
                  columns={columns}
                  tracks={tracks}
                  isCurrent={key === selectedKey}
                  isSelected={key === selectedKey || (props.chosenKeys?.has(key) ?? false)}
                  handlers={handlers}
                  onFocus={takeKeys}
                />
              );
            })}
          </div>
        )}
      </div>
      {rows.length === 0 && <div className={styles.empty}>{props.empty}</div>}
    </div>
  );
}
