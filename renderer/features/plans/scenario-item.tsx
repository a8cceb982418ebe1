import { Button, Input, type InputRef } from 'antd';
import { ArrowLeftRight, CalendarCheck, Copy, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { changeCount } from '#shared/edits/scenario/zone-patch.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import styles from './plans.module.css';

/** A scenario in the list: shown by a click on its name; the rest by the buttons under it. */
export function ScenarioItem(props: {
  scenario: Scenario;
  isShown: boolean;
  /** A day has been set, and it has come. */
  isDue: boolean;
  mayEdit: boolean;
  onShow: () => void;
  onCompare: () => void;
  onAdopt: () => void;
  onCopy: () => void;
  onRename: (name: string) => boolean;
  onRemove: () => void;
}) {
  const text = useText();
  const { scenario, mayEdit } = props;
  const { name, changes, from } = scenario;
  const [naming, setNaming] = useState<string | null>(null);
  const field = useRef<InputRef>(null);
  const isNaming = naming !== null;
  useEffect(() => {
    if (isNaming) field.current?.select();
  }, [isNaming]);
  const count = changeCount(changes);
  const finish = () => {
    const typed = naming?.trim() ?? '';
    if (typed === '' || typed === name || props.onRename(typed)) setNaming(null);
  };
  const action = (label: string, icon: ReactNode, onClick: () => void, enabled = true) => (
    <Button
      type="text"
      size="small"
      title={label}
      aria-label={label}
      icon={icon}
      disabled={!enabled}
      onClick={onClick}
    />
  );
  return (
    <li className={styles.item} data-shown={props.isShown}>
      {isNaming ? (
        <Input
          ref={field}
          size="small"
          aria-label={text('plans.name')}
          value={naming}
          maxLength={100}
          onChange={({ target }) => setNaming(target.value)}
          onPressEnter={finish}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setNaming(null);
          }}
        />
      ) : (
        <button
          type="button"
          className={styles.name}
          aria-pressed={props.isShown}
          onClick={props.onShow}
        >
          {name}
        </button>
      )}
      <div className={styles.about}>
        <span data-due={props.isDue}>
          {text('plans.changed', { count })}
          {from !== null && (
            <> · {text(props.isDue ? 'plans.due' : 'plans.waiting', { day: from })}</>
          )}
        </span>
        {action(
          text('plans.compareOf', { name }),
          <ArrowLeftRight size={14} aria-hidden />,
          props.onCompare,
        )}
        {mayEdit && (
          <>
            {action(
              text('plans.adoptOf', { name }),
              <CalendarCheck size={14} aria-hidden />,
              props.onAdopt,
            )}
            {action(text('plans.copyOf', { name }), <Copy size={14} aria-hidden />, props.onCopy)}
            {action(text('plans.renameOf', { name }), <Pencil size={14} aria-hidden />, () =>
              setNaming(name),
            )}
            {action(
              text('plans.removeOf', { name }),
              <Trash2 size={14} aria-hidden />,
              props.onRemove,
            )}
          </>
        )}
      </div>
    </li>
  );
}
