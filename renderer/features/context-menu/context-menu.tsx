import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { closeMenu, useContextMenu } from '#renderer/state/context-menu.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './context-menu.module.css';
import type { MenuItem } from './menu-item.ts';
import { type MenuContext, useMenuItems } from './use-menu-items.ts';

/** Pixels kept free at the window's edges. */
const margin = 4;

/** What can be done with what was pressed: by the secondary button, the menu key or Shift F10. */
export const ContextMenu = memo(function ContextMenu(props: MenuContext) {
  const open = useContextMenu((state) => state.open);
  return open && <Menu key={open.at.join()} {...props} />;
});

function Menu(props: MenuContext) {
  const text = useText();
  // What can be done goes by the records as they are.
  useRevision();
  const [x, y] = useContextMenu((state) => state.open?.at) ?? [0, 0];
  const { title, groups } = useMenuItems(props);
  const menu = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: x, top: y });

  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect();
    if (!box) return;
    // Beside the place, and inside the window whatever it takes.
    const left = x + box.width + margin > innerWidth ? x - box.width : x;
    const top = y + box.height + margin > innerHeight ? innerHeight - box.height - margin : y;
    setPlace({ left: Math.max(margin, left), top: Math.max(margin, top) });
  }, [x, y]);
  useEffect(() => {
    itemsOf(menu.current)[0]?.focus({ preventScroll: true });
    const onPress = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) closeMenu(false);
    };
    const onLeave = () => closeMenu(false);
    window.addEventListener('pointerdown', onPress, true);
    window.addEventListener('wheel', onLeave, { capture: true, passive: true });
    window.addEventListener('resize', onLeave);
    return () => {
      window.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('wheel', onLeave, true);
      window.removeEventListener('resize', onLeave);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Nothing behind the menu hears of its keys.
    event.stopPropagation();
    const items = itemsOf(menu.current);
    const at = items.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) items[step]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') closeMenu(true);
    else if (event.key === 'ContextMenu') closeMenu(true);
    else return;
    event.preventDefault();
  };
  const choose = (item: MenuItem) => {
    if (item.not) return;
    closeMenu(true);
    item.run();
  };
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={text('menuHere.label', { title })}
      className={styles.menu}
      style={place}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div className={styles.title} role="presentation">
        {title}
      </div>
      {groups.map(({ items, title: name }) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for forms
        <div key={items[0]?.key} role="group" aria-label={name} className={styles.group}>
          {name !== undefined && (
            <div className={styles.title} aria-hidden>
              {name}
            </div>
          )}
          <div
            role="presentation"
            className={name === undefined ? undefined : styles.columns}
            style={{ '--rows': Math.ceil(items.length / 2) } as CSSProperties}
          >
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.item}
                aria-disabled={Boolean(item.not)}
                aria-keyshortcuts={item.keys?.length === 1 ? item.keys : undefined}
                title={item.not ?? undefined}
                onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
                onClick={() => choose(item)}
              >
                <span>{item.label}</span>
                {item.keys && <kbd>{item.keys}</kbd>}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
