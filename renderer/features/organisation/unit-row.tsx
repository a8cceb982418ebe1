import { ChevronDown, ChevronRight } from 'lucide-react';
import type { DragEvent, MouseEvent } from 'react';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { UnitFigures } from '#shared/analysis/unit-figures.ts';
import styles from './organisation.module.css';
import type { UnitNode } from './unit-tree.ts';

/** How units are told apart from other things that are dragged. */
export const dragType = 'application/x-hengzong-unit';

/** A unit in the tree with its figures; it can be dragged onto another. */
export function UnitRow(props: {
  id: string;
  node: UnitNode;
  figures: UnitFigures | undefined;
  categories: string;
  selected: boolean;
  top: number;
  mayMove: boolean;
  dropping: boolean;
  onSelect: () => void;
  onToggle: () => void;
  onEdit: () => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
}) {
  const text = useText();
  const { unit, level, hasChildren, open, position, size } = props.node;
  const figures = ['people', 'posts', 'points', 'openIssues'] as const;
  const line = text(`organisation.${unit.line}`);
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    props.onToggle();
  };
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={props.selected}
      aria-expanded={hasChildren ? open : undefined}
      className={styles.unit}
      data-dropping={props.dropping}
      style={{ top: props.top }}
      draggable={props.mayMove}
      onDragStart={(event) => event.dataTransfer.setData(dragType, unit.id)}
      onDragOver={props.onDragOver}
      onDrop={props.onDrop}
      onClick={props.onSelect}
      onDoubleClick={props.onEdit}
    >
      <span className={styles.name} style={{ paddingLeft: (level - 1) * 18 }}>
        <span className={styles.toggle} onClick={hasChildren ? toggle : undefined}>
          {hasChildren && (open ? <ChevronDown size={14} /> : <ChevronRight size={14} />)}
        </span>
        <span className={styles.words} title={unit.name}>
          {unit.name}
        </span>
      </span>
      <span className={styles.quiet}>{line}</span>
      <span className={styles.words} title={props.categories}>
        {props.categories}
      </span>
      {figures.map((key) => (
        <span key={key} className={styles.figure}>
          <span className="visually-hidden">{text(`organisation.column.${key}`)} </span>
          {props.figures && formatNumber(props.figures[key])}
        </span>
      ))}
    </div>
  );
}
