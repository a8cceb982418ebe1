import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import styles from './cell-editor.module.css';
import type { Leaving } from './edit-grid.tsx';

export interface CellOption {
  id: string;
  label: string;
  hint?: string;
}

interface CellEditorProps {
  /** Name of the field. */
  label: string;
  initial: string;
  /**
   * What is offered for what was typed; null while it is being looked up. Without it the field is a
   * plain one.
   */
  options?: readonly CellOption[] | null;
  /** Only what is offered can be taken: the first option counts as chosen once something is typed. */
  strict?: boolean;
  onTyped?: (text: string) => void;
  /** A remark below the options. */
  note?: string | undefined;
  /**
   * Takes what was typed, and which option was chosen; answers with a sentence when it cannot be taken,
   * and the field stays.
   */
  onCommit: (text: string, optionId: string | null) => string | null;
  onLeave: (how: Leaving) => void;
}

/** Field over a cell of a grid, with options below or above it. Enter takes, Tab takes and goes on, Esc leaves. */
export function CellEditor(props: CellEditorProps) {
  const { initial, options, strict = false } = props;
  const [text, setText] = useState(initial);
  /** Option that is marked by the arrow keys; -1: none. */
  const [marked, setMarked] = useState(-1);
  const [error, setError] = useState<string | null>(null);
  /** Enter or Tab was pressed before the options were there. */
  const [waiting, setWaiting] = useState<Leaving | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  /** Giving the keys back makes the field lose them, which is not a click elsewhere. */
  const left = useRef(false);
  const leave = (how: Leaving) => {
    left.current = true;
    props.onLeave(how);
  };
  const typed = text.trim() !== '' && text !== initial;
  const active = marked < 0 && strict && typed ? 0 : marked;

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const take = (how: Leaving, option: CellOption | undefined) => {
    if (!option && text === initial) return leave(how);
    const refused = props.onCommit(option ? option.label : text.trim(), option?.id ?? null);
    setError(refused);
    if (refused === null) leave(how);
    else field.current?.focus();
  };
  const commit = (how: Leaving) => {
    if (strict && typed && options === null) setWaiting(how);
    else take(how, options?.[active]);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (waiting === null || options === null) return;
    setWaiting(null);
    latest.current(waiting, options?.[0]);
  }, [waiting, options]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const count = options?.length ?? 0;
    const keys: Record<string, () => void> = {
      ArrowDown: () => setMarked(Math.min(count - 1, active + 1)),
      ArrowUp: () => setMarked(Math.max(-1, active - 1)),
      Enter: () => commit('stay'),
      Tab: () => commit(event.shiftKey ? 'previous' : 'next'),
      Escape: () => leave('stay'),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const shown = (options?.length ?? 0) > 0;
  return (
    <>
      <input
        ref={field}
        className={styles.field}
        role={options === undefined ? undefined : 'combobox'}
        aria-label={props.label}
        aria-expanded={options === undefined ? undefined : shown}
        aria-controls={shown ? list : undefined}
        aria-activedescendant={active >= 0 && shown ? `${list}-${active}` : undefined}
        aria-invalid={error !== null}
        aria-errormessage={error === null ? undefined : `${list}-error`}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMarked(-1);
          setError(null);
          props.onTyped?.(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // A click elsewhere takes what was typed; where only options count, it chooses none.
          if (left.current || (event.relatedTarget === null && !document.hasFocus())) return;
          if (!strict && text !== initial && error === null) props.onCommit(text.trim(), null);
          leave('stay');
        }}
      />
      {(error !== null || shown) && (
        <Float below={field}>
          {error !== null && (
            <p id={`${list}-error`} className={styles.error} role="alert">
              {error}
            </p>
          )}
          {shown && (
            <ul id={list} className={styles.options} role="listbox" aria-label={props.label}>
              {(options ?? []).map((option, i) => (
                <li
                  key={option.id}
                  id={`${list}-${i}`}
                  role="option"
                  aria-selected={i === active}
                  ref={i === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : null}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={(event) => {
                    event.stopPropagation();
                    take('stay', option);
                  }}
                >
                  <span>{option.label}</span>
                  {option.hint && <small>{option.hint}</small>}
                </li>
              ))}
            </ul>
          )}
          {props.note && shown && <p className={styles.note}>{props.note}</p>}
        </Float>
      )}
    </>
  );
}

/** Stands below a field, or above it where there is more room; nothing when it is empty. */
function Float(props: { below: RefObject<HTMLElement | null>; children: ReactNode }) {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const { below } = props;
  useLayoutEffect(() => {
    const box = below.current?.getBoundingClientRect();
    if (!box) return;
    const up = window.innerHeight - box.bottom < 280 && box.top > window.innerHeight - box.bottom;
    setPlace({
      left: Math.min(box.left, window.innerWidth - 390),
      ...(up ? { bottom: window.innerHeight - box.top + 2 } : { top: box.bottom + 2 }),
    });
  }, [below]);
  if (!place) return null;
  return createPortal(
    <div className={styles.float} style={place}>
      {props.children}
    </div>,
    document.body,
  );
}
