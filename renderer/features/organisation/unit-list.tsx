import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import type { UnitFigures } from '#shared/analysis/unit-figures.ts';
import styles from './organisation.module.css';
import { dragType, UnitRow } from './unit-row.tsx';
import type { UnitNode } from './unit-tree.ts';

const rowHeight = 28;
const headings = ['name', 'line', 'categories', 'people', 'posts', 'points', 'openIssues'] as const;

/**
 * The tree of units: arrow keys go up and down, right opens or goes in, left closes or goes out, Enter
 * edits, Delete removes. A unit is moved by dragging it onto another.
 */
export function UnitList(props: {
  nodes: readonly UnitNode[];
  figures: ReadonlyMap<string, UnitFigures>;
  classNames: ReadonlyMap<string, string>;
  selectedId: string | null;
  mayEdit: boolean;
  onSelect: (id: string) => void;
  onOpen: (id: string, open: boolean) => void;
  onEdit: (id: string) => void;
  onRemove: (id: string) => void;
  /** Null: to the top. */
  onMove: (id: string, parentId: string | null) => void;
}) {
  const text = useText();
  const { nodes, selectedId } = props;
  const tree = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [over, setOver] = useState<string | null>(null);
  const at = useMemo(
    () => nodes.findIndex(({ unit }) => unit.id === selectedId),
    [nodes, selectedId],
  );
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => tree.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  /** Scrolled to once; opening and closing others does not move the list. */
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    if (at < 0 || revealed.current === selectedId) return;
    revealed.current = selectedId;
    virtual.scrollToIndex(at);
  }, [at, selectedId, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== tree.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const node = nodes[at];
    const page = Math.max(1, Math.floor((tree.current?.clientHeight ?? 0) / rowHeight) - 2);
    const goTo = (index: number) => {
      const next = nodes[Math.min(nodes.length - 1, Math.max(0, index))];
      if (next) props.onSelect(next.unit.id);
    };
    const parentAt = () => nodes.findIndex(({ unit }) => unit.id === node?.parentId);
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      PageDown: () => goTo(at + page),
      PageUp: () => goTo(at - page),
      Home: () => goTo(0),
      End: () => goTo(nodes.length - 1),
      ArrowRight: () => {
        if (node?.open) goTo(at + 1);
        else if (node?.hasChildren) props.onOpen(node.unit.id, true);
      },
      ArrowLeft: () => {
        if (node?.open) props.onOpen(node.unit.id, false);
        else if (node?.parentId) goTo(parentAt());
      },
      Enter: node && (() => props.onEdit(node.unit.id)),
      F2: node && (() => props.onEdit(node.unit.id)),
      Delete: node && (() => props.onRemove(node.unit.id)),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const onDragOver = (event: DragEvent, id: string) => {
    if (!event.dataTransfer.types.includes(dragType)) return;
    event.preventDefault();
    setOver(id);
  };
  const onDrop = (event: DragEvent, parentId: string | null) => {
    const id = event.dataTransfer.getData(dragType);
    setOver(null);
    if (id === '' || id === parentId) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(id, parentId);
  };
  return (
    <div className={styles.tree}>
      <div
        className={styles.heading}
        data-dropping={over === ''}
        onDragOver={(event) => onDragOver(event, '')}
        onDragLeave={() => setOver(null)}
        onDrop={(event) => onDrop(event, null)}
      >
        {headings.map((key) => (
          <span
            key={key}
            className={headings.indexOf(key) > 2 ? styles.figure : undefined}
            aria-hidden
          >
            {key === 'name' && over === ''
              ? text('organisation.top')
              : text(`organisation.column.${key}`)}
          </span>
        ))}
      </div>
      <div
        ref={tree}
        className={styles.units}
        role="tree"
        aria-label={text('organisation.tree')}
        aria-activedescendant={at >= 0 ? `${prefix}${at}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDragLeave={() => setOver(null)}
      >
        <div
          className={styles.space}
          role="presentation"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const node = nodes[item.index] as UnitNode;
            const { id, categories } = node.unit;
            return (
              <UnitRow
                key={id}
                id={`${prefix}${item.index}`}
                node={node}
                figures={props.figures.get(id)}
                categories={categories.map((key) => props.classNames.get(key) ?? key).join('、')}
                selected={id === selectedId}
                top={item.start}
                mayMove={props.mayEdit}
                dropping={over === id}
                onSelect={() => {
                  tree.current?.focus({ preventScroll: true });
                  props.onSelect(id);
                }}
                onToggle={() => props.onOpen(id, !node.open)}
                onEdit={() => props.onEdit(id)}
                onDragOver={(event) => onDragOver(event, id)}
                onDrop={(event) => onDrop(event, id)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
