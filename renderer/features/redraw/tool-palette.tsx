import { Tooltip } from 'antd';
import { Fragment, memo } from 'react';
import type { Tool } from './tool.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { allTools, toolOf } from './all-tools.ts';
import styles from './redraw.module.css';
import { ToolBar } from './tool-bar.tsx';
import type { ToolHand } from './tool-hand.ts';
import { takeTool, useTools } from './tool-store.ts';

const groups = ['border', 'ground'] as const;

/** One tool. Two dozen tooltips take long to render: that one of them is taken or lent is no reason to. */
const ToolButton = memo(function ToolButton(props: { tool: Tool; isActive: boolean }) {
  const text = useText();
  const { id, key, icon: Icon } = props.tool;
  const name = text(textKey(`redraw.${id}.name`));
  return (
    <Tooltip title={`${name} (${key})`} placement="bottom">
      <button
        type="button"
        aria-label={name}
        aria-keyshortcuts={key}
        aria-pressed={props.isActive}
        onClick={() => takeTool(id)}
      >
        <Icon size={17} aria-hidden />
      </button>
    </Tooltip>
  );
});

/** The tools over the map's upper edge, and below them what the one in hand can be told. */
export const ToolPalette = memo(function ToolPalette(props: { hand: ToolHand }) {
  const text = useText();
  const mayEdit = useMayEdit();
  const activeId = useTools((state) => state.activeId);
  const borrowedId = useTools((state) => state.borrowedId);
  const active = toolOf(activeId ?? borrowedId);
  if (!mayEdit) return null;
  return (
    <section className={styles.redraw} aria-label={text('redraw.palette')}>
      <div className={styles.palette} role="toolbar" aria-label={text('redraw.tools')}>
        {groups.map((group) => {
          const tools = allTools.filter((tool) => tool.group === group);
          return (
            tools.length > 0 && (
              <Fragment key={group}>
                {group !== 'border' && <span className={styles.gap} aria-hidden />}
                {tools.map((tool) => (
                  <ToolButton key={tool.id} tool={tool} isActive={activeId === tool.id} />
                ))}
              </Fragment>
            )
          );
        })}
      </div>
      {active && <ToolBar key={active.id} tool={active} hand={props.hand} />}
    </section>
  );
});
