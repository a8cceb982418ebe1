import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './matrix-grid.module.css';

export interface MatrixRow {
  key: string;
  title: string;
  gaps: number;
}

export interface MatrixColumn extends MatrixRow {
  /** What the column belongs to; columns of one group stand together. */
  group: string;
  groupTitle: string;
}

export interface MatrixPlace {
  row: number;
  column: number;
}

const rowHeight = 28;
const columnWidth = 84;
const headWidth = 188;
const headHeight = 60;

/**
 * A table of counts by streets and classes, of any size: only what is in view is made. Cells with
 * nobody are hatched and say so in words. Arrow keys move the chosen cell, Enter opens it.
 */
export function MatrixGrid(props: {
  label: string;
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  /** How many are in a cell; 0 is a gap. */
  count: (place: MatrixPlace) => number;
  /** How the cell is read out. */
  describe: (place: MatrixPlace) => string;
  selected: MatrixPlace | null;
  onSelect: (place: MatrixPlace) => void;
  onOpen: (place: MatrixPlace) => void;
}) {
  const text = useText();
  const { rows, columns, selected, count } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: headHeight,
    overscan: 6,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    scrollPaddingStart: headWidth,
    overscan: 4,
  });
  const { row: atRow, column: atColumn } = selected ?? { row: -1, column: -1 };
  useEffect(() => {
    if (atRow < 0 || atColumn < 0) return;
    down.scrollToIndex(atRow);
    across.scrollToIndex(atColumn);
  }, [atRow, atColumn, down, across]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || rows.length === 0 || columns.length === 0) return;
    const from = selected ?? { row: 0, column: 0 };
    if (event.key === 'Enter' && selected) {
      event.preventDefault();
      props.onOpen(selected);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current.clientHeight - headHeight) / rowHeight));
    const moves: Record<string, [rows: number, columns: number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: [0, -columns.length],
      End: [0, columns.length],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
    props.onSelect(
      selected
        ? {
            row: within(from.row + move[0], rows.length),
            column: within(from.column + move[1], columns.length),
          }
        : from,
    );
  };

  const width = headWidth + across.getTotalSize();
  const visible = across.getVirtualItems();
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      aria-activedescendant={selected ? `${prefix}${atRow}-${atColumn}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Head columns={columns} visible={visible} width={width} />
      <div className={styles.space} role="rowgroup" style={{ width, height: down.getTotalSize() }}>
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index] as MatrixRow;
          return (
            <div
              key={row.key}
              className={styles.row}
              role="row"
              aria-rowindex={item.index + 3}
              style={{ top: item.start, width }}
            >
              <div role="rowheader" aria-colindex={1} className={styles.rowHead}>
                <span className={styles.rowName} title={row.title}>
                  {row.title}
                </span>
                <span className={styles.gaps} data-none={row.gaps === 0}>
                  {text('matrix.gaps', { count: row.gaps })}
                </span>
              </div>
              {visible.map(({ index, start }) => {
                const place = { row: item.index, column: index };
                const value = count(place);
                return (
                  <div
                    key={index}
                    id={`${prefix}${item.index}-${index}`}
                    role="gridcell"
                    aria-colindex={index + 2}
                    aria-selected={atRow === item.index && atColumn === index}
                    aria-label={props.describe(place)}
                    className={styles.cell}
                    data-empty={value === 0}
                    style={{ left: headWidth + start, width: columnWidth }}
                    onClick={() => props.onSelect(place)}
                    onDoubleClick={() => props.onOpen(place)}
                  >
                    <span>{value === 0 ? text('matrix.empty') : formatNumber(value)}</span>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The two lines of headings: what columns belong to, and what each is about with its gaps. */
function Head(props: {
  columns: readonly MatrixColumn[];
  visible: readonly VirtualItem[];
  width: number;
}) {
  const text = useText();
  const { columns, visible, width } = props;
  const groups = useMemo(() => groupsOf(columns), [columns]);
  const [first, last] = [visible[0]?.index ?? 0, visible.at(-1)?.index ?? -1];
  return (
    <div className={styles.head} role="rowgroup" style={{ width }}>
      <div className={styles.groups} role="row" aria-rowindex={1} style={{ width }}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          {text('matrix.street')}
        </div>
        {groups
          .filter(({ from, size }) => from <= last && from + size > first)
          .map(({ key, title, from, size }) => (
            <div
              key={key}
              role="columnheader"
              aria-colindex={from + 2}
              aria-colspan={size}
              className={styles.group}
              style={{ left: headWidth + from * columnWidth, width: size * columnWidth }}
            >
              <span style={{ left: headWidth }} title={title}>
                {title}
              </span>
            </div>
          ))}
      </div>
      <div className={styles.titles} role="row" aria-rowindex={2} style={{ width }}>
        {visible.map(({ index, start }) => {
          const { title, gaps } = columns[index] as MatrixColumn;
          return (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 2}
              className={styles.title}
              style={{ left: headWidth + start, width: columnWidth }}
            >
              <span title={title}>{title}</span>
              <small data-none={gaps === 0}>{text('matrix.gaps', { count: gaps })}</small>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function groupsOf(columns: readonly MatrixColumn[]) {
  const groups: { key: string; title: string; from: number; size: number }[] = [];
  columns.forEach(({ group, groupTitle }, at) => {
    const last = groups.at(-1);
    if (last?.key === group) last.size += 1;
    else groups.push({ key: group, title: groupTitle, from: at, size: 1 });
  });
  return groups;
}
