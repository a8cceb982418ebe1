import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import tableStyles from './data-table.module.css';
import styles from './edit-grid.module.css';
import { HeadCell } from './head-cell.tsx';
import { useGridSelection } from './use-grid-selection.ts';

/** What a cell's editor does when it is done with: stay in the cell, or open the next or the one before. */
export type Leaving = 'stay' | 'next' | 'previous';

export interface GridColumn<Row> {
  key: string;
  title: string;
  /** CSS grid track, such as `120px` or `minmax(160px, 2fr)`. */
  width: string;
  align?: 'end';
  sortable: boolean;
  /** What the cell says, also when it is copied. */
  text: (row: Row) => string;
  /** What it shows, where that is more than its text. */
  render?: (row: Row) => ReactNode;
  /** Field in which the cell is edited; null where it cannot be. */
  editor?: (row: Row, onLeave: (how: Leaving) => void) => ReactNode;
}

interface EditGridProps<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  /** Rows by their keys; what a row says is asked for only while it is in view. */
  keys: readonly string[];
  rowOf: (key: string, index: number) => Row | null;
  order: { key: string; down: boolean } | null;
  onOrder: (key: string) => void;
  selected: ReadonlySet<string>;
  onSelected: (keys: ReadonlySet<string>) => void;
  /** A row was gone to by keys or pointer. */
  onVisit: (row: Row) => void;
  /** A row to scroll to, since it was selected elsewhere. */
  reveal: string | null;
  onPaste: (text: string) => void;
  onRemove: () => void;
  mayEdit: boolean;
  empty: ReactNode;
}

const rowHeight = 28;

/**
 * A spreadsheet of any length: arrow keys go from cell to cell, Enter edits, Tab goes on to the next
 * cell that can be edited, Esc leaves. Rows are chosen with Shift and Ctrl; Delete removes them, copying
 * takes them to the clipboard with their headings.
 */
export function EditGrid<Row>(props: EditGridProps<Row>) {
  const { columns, keys, rowOf, selected } = props;
  const grid = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [cursor, setCursor] = useState<{ key: string; column: number } | null>(null);
  const [editing, setEditing] = useState(false);
  const choose = useGridSelection(keys, selected, props.onSelected);
  const at = cursor ? keys.indexOf(cursor.key) : -1;
  const column = cursor?.column ?? 0;

  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });

  const { reveal } = props;
  /** Scrolled to once; where the list is otherwise is up to who looks at it. */
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    const index = reveal === null ? -1 : keys.indexOf(reveal);
    if (revealed.current === reveal || (reveal !== null && index < 0)) return;
    revealed.current = reveal;
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [reveal, keys, virtual]);

  const canEdit = (index: number, which: number): boolean => {
    const key = keys[index];
    const row = key === undefined ? null : rowOf(key, index);
    return props.mayEdit && row !== null && Boolean(columns[which]?.editor?.(row, () => undefined));
  };

  const goTo = (index: number, which: number, shift: boolean) => {
    const bound = Math.min(keys.length - 1, Math.max(0, index));
    const key = keys[bound];
    if (key === undefined) return;
    const moved = key !== cursor?.key;
    setCursor({ key, column: which });
    virtual.scrollToIndex(bound);
    grid.current
      ?.querySelector(`[data-column="${which}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!moved && !shift) return;
    choose(key, shift ? 'range' : 'alone');
    const row = rowOf(key, bound);
    if (row !== null && !shift) props.onVisit(row);
  };

  /** Opens the next cell that can be edited, row by row; at either end nothing is opened. */
  const goOn = (step: 1 | -1) => {
    const cells = keys.length * columns.length;
    const start = at * columns.length + column;
    for (let cell = start + step; cell >= 0 && cell < cells; cell += step) {
      const [index, which] = [Math.floor(cell / columns.length), cell % columns.length];
      if (!canEdit(index, which)) continue;
      goTo(index, which, false);
      setEditing(true);
      return;
    }
    leave('stay');
  };
  const leave = (how: Leaving) => {
    if (how === 'next') return goOn(1);
    if (how === 'previous') return goOn(-1);
    setEditing(false);
    grid.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2);
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const used = () => event.preventDefault();
    const last = columns.length - 1;
    const steps: Record<string, [index: number, column: number]> = {
      ArrowDown: [at + 1, column],
      ArrowUp: [at - 1, column],
      PageDown: [at + page, column],
      PageUp: [at - page, column],
      ArrowRight: [Math.max(0, at), Math.min(last, cursor ? column + 1 : 0)],
      ArrowLeft: [Math.max(0, at), Math.max(0, column - 1)],
      Home: control || column === 0 ? [0, 0] : [Math.max(0, at), 0],
      End: control || column === last ? [keys.length - 1, last] : [Math.max(0, at), last],
    };
    const step = steps[event.key];
    if (step) {
      used();
      goTo(step[0], step[1], event.shiftKey && step[0] !== at);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      used();
      if (canEdit(at, column)) setEditing(true);
      else if (cursor && at >= 0) {
        const row = rowOf(cursor.key, at);
        if (row !== null) props.onVisit(row);
      }
    } else if (control && event.key.toLowerCase() === 'a') {
      used();
      props.onSelected(new Set(keys));
    } else if (event.key === ' ' && cursor) {
      used();
      choose(cursor.key, 'toggle');
    } else if (event.key === 'Delete' && selected.size > 0) {
      used();
      props.onRemove();
    } else if (event.key === 'Escape' && selected.size > 1 && cursor) {
      used();
      choose(cursor.key, 'alone');
    }
  };

  const onClick = (event: MouseEvent, key: string, index: number, which: number) => {
    if (event.target instanceof HTMLInputElement) return;
    const control = event.ctrlKey || event.metaKey;
    setEditing(false);
    setCursor({ key, column: which });
    choose(key, event.shiftKey ? 'range' : control ? 'toggle' : 'alone');
    const row = rowOf(key, index);
    if (row !== null && !event.shiftKey && !control) props.onVisit(row);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== grid.current || selected.size === 0) return;
    event.preventDefault();
    const clean = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
    const lines = keys.flatMap((key, index) => {
      const row = selected.has(key) ? rowOf(key, index) : null;
      return row === null ? [] : [columns.map((one) => clean(one.text(row))).join('\t')];
    });
    const head = columns.map((one) => one.title).join('\t');
    event.clipboardData.setData('text/plain', [head, ...lines].join('\r\n'));
  };

  const tracks = { gridTemplateColumns: columns.map((one) => one.width).join(' ') };
  return (
    <div className={tableStyles.table}>
      <div
        ref={grid}
        className={`${tableStyles.body} ${styles.grid}`}
        role="grid"
        aria-label={props.label}
        aria-rowcount={keys.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-activedescendant={at >= 0 && !editing ? `${prefix}${at}-${column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={(event) => {
          if (event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          props.onPaste(event.clipboardData.getData('text/plain'));
        }}
      >
        <div className={styles.sheet} style={{ width: 'max-content' }}>
          <div className={tableStyles.head} role="row" aria-rowindex={1} style={tracks}>
            {columns.map((one, which) => (
              <div key={one.key} data-column={which} role="presentation" style={{ minWidth: 0 }}>
                <HeadCell
                  title={one.title}
                  align={one.align}
                  order={props.order?.key === one.key ? (props.order.down ? 'down' : 'up') : null}
                  onOrder={one.sortable ? () => props.onOrder(one.key) : null}
                />
              </div>
            ))}
          </div>
          {keys.length > 0 && (
            <div
              className={tableStyles.space}
              role="rowgroup"
              style={{ height: virtual.getTotalSize() }}
            >
              {virtual.getVirtualItems().map((item) => {
                const key = keys[item.index] as string;
                const row = rowOf(key, item.index);
                if (row === null) return null;
                return (
                  <div
                    key={key}
                    className={tableStyles.row}
                    role="row"
                    aria-rowindex={item.index + 2}
                    aria-selected={selected.has(key)}
                    style={{ ...tracks, top: item.start }}
                  >
                    {columns.map((one, which) => {
                      const here = cursor?.key === key && column === which;
                      const editor = here && editing && props.mayEdit && one.editor?.(row, leave);
                      return (
                        <div
                          key={one.key}
                          id={`${prefix}${item.index}-${which}`}
                          role="gridcell"
                          aria-colindex={which + 1}
                          aria-readonly={!one.editor}
                          data-cursor={here}
                          data-editing={Boolean(editor)}
                          className={`${tableStyles.cell} ${styles.cell} ${one.align ? tableStyles.end : ''}`}
                          onClick={(event) => onClick(event, key, item.index, which)}
                          onDoubleClick={() => canEdit(item.index, which) && setEditing(true)}
                        >
                          {editor || one.render?.(row) || one.text(row)}
                        </div>
                      );
                    })}
                  </div>
                );
              })}
            </div>
          )}
        </div>
      </div>
      {keys.length === 0 && <div className={tableStyles.empty}>{props.empty}</div>}
    </div>
  );
}
