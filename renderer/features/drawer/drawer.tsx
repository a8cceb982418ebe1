import { ChevronDown, ChevronUp } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { TableThere } from '#renderer/ui/table-there.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './drawer.module.css';

export interface DrawerTab<Key extends string> {
  key: Key;
  title: string;
  /** Tabs of one group stand together; a hairline parts them from the next. */
  group: string;
}

const least = 120;
/** Height at first, on large displays. */
const tallest = 560;
const step = 40;

/** Tables below the map, of a height that the user sets by dragging the edge or by arrow keys. */
export function Drawer<Key extends string>(props: {
  tabs: readonly DrawerTab<Key>[];
  /** How much there is behind a tab, where it counts something. */
  counts: Partial<Record<Key, number>>;
  active: Key;
  open: boolean;
  /** Each new number brings the keyboard to the table that is open. */
  focusTurn: number;
  onActive: (key: Key) => void;
  onOpen: (open: boolean) => void;
  /** The active tab's table. */
  children: ReactNode;
}) {
  const text = useText();
  const id = useId();
  const [height, setHeight] = useState(() =>
    Math.min(tallest, Math.round(window.innerHeight * 0.28)),
  );
  const panel = useRef<HTMLDivElement>(null);
  /** What had the keys when they were wanted in a table that had not appeared yet. */
  const waitingFrom = useRef<Element | null>(null);
  useEffect(() => {
    if (props.focusTurn === 0) return;
    waitingFrom.current = focusTable(panel.current) ? null : document.activeElement;
  }, [props.focusTurn]);
  const onTableThere = useCallback(() => {
    const from = waitingFrom.current;
    waitingFrom.current = null;
    // Who has gone elsewhere meanwhile is not called back.
    const { activeElement, body } = document;
    if (from && (activeElement === from || activeElement === body)) focusTable(panel.current);
  }, []);
  const bound = (value: number) =>
    Math.min(Math.max(value, least), Math.round(window.innerHeight * 0.7));

  const onDrag = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const start = event.clientY;
    const from = height;
    const move = (moved: globalThis.PointerEvent) => setHeight(bound(from + start - moved.clientY));
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  const onHandleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') setHeight((value) => bound(value + step));
    else if (event.key === 'ArrowDown') setHeight((value) => bound(value - step));
  };
  const onTabKey = (event: KeyboardEvent) => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (move === 0) return;
    const index = props.tabs.findIndex((tab) => tab.key === props.active);
    const next = props.tabs[(index + move + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onActive(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };

  return (
    <section className={styles.drawer} aria-label={text('drawer.label')}>
      {props.open && (
        <div
          className={styles.handle}
          role="separator"
          aria-orientation="horizontal"
          aria-label={text('drawer.resize')}
          aria-valuenow={height}
          aria-valuemin={least}
          aria-valuemax={Math.round(window.innerHeight * 0.7)}
          tabIndex={0}
          onPointerDown={onDrag}
          onKeyDown={onHandleKey}
        />
      )}
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label={text('drawer.label')}>
          {props.tabs.map((tab, i) => {
            const count = props.counts[tab.key];
            return (
              <button
                key={tab.key}
                data-parted={i > 0 && tab.group !== props.tabs[i - 1]?.group}
                id={`${id}-${tab.key}`}
                type="button"
                role="tab"
                aria-selected={props.open && tab.key === props.active}
                aria-controls={`${id}-panel`}
                tabIndex={tab.key === props.active ? 0 : -1}
                onKeyDown={onTabKey}
                onClick={() => {
                  props.onActive(tab.key);
                  props.onOpen(true);
                }}
              >
                {tab.title}
                {count !== undefined && <span>{formatNumber(count)}</span>}
              </button>
            );
          })}
        </div>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={props.open}
          aria-label={text(props.open ? 'drawer.close' : 'drawer.open')}
          onClick={() => props.onOpen(!props.open)}
        >
          {props.open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
        </button>
      </div>
      <div
        ref={panel}
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${props.active}`}
        className={styles.content}
        hidden={!props.open}
        style={{ height }}
      >
        <TableThere value={onTableThere}>{props.open && props.children}</TableThere>
      </div>
    </section>
  );
}

/** Puts the keys into the table of the panel; tells whether there is one. */
function focusTable(panel: HTMLElement | null): boolean {
  const table = panel?.querySelector<HTMLElement>('[role="grid"], [role="tree"]');
  table?.focus({ preventScroll: true });
  return Boolean(table);
}
