import { Dropdown } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dropFix } from '#renderer/state/repair.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Fix } from '#shared/model/fix.ts';
import { asksForMore } from './asks-for-more.ts';
import { FixButton } from './fix-button.tsx';
import { fixWords } from './fix-words.ts';
import styles from './repair.module.css';

/** The fixes for which a row has no room, in a menu. */
export function MoreFixes(props: {
  finding: Finding;
  fixes: readonly Fix[];
  document: DocumentView;
  tabbable: boolean;
}) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const byKeyboard = useRef(false);
  return (
    <Dropdown
      open={open}
      trigger={['click']}
      destroyOnHidden
      onOpenChange={setOpen}
      popupRender={() => (
        <FixMenu
          {...props}
          home={() => opener.current}
          byKeyboard={byKeyboard.current}
          onClose={() => {
            setOpen(false);
            opener.current?.focus();
          }}
          onDone={(formFollows) => {
            setOpen(false);
            if (!formFollows) opener.current?.focus({ preventScroll: true });
          }}
        />
      )}
    >
      <button
        ref={opener}
        type="button"
        className={styles.fix}
        data-row-action
        tabIndex={props.tabbable ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={text('repair.more')}
        title={text('repair.more')}
        onPointerDown={() => {
          byKeyboard.current = false;
        }}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          byKeyboard.current = true;
          if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
          if (event.key === 'Escape' && open) {
            event.preventDefault();
            event.stopPropagation();
            setOpen(false);
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            event.stopPropagation();
            setOpen(true);
          }
        }}
      >
        …
      </button>
    </Dropdown>
  );
}

function FixMenu(props: {
  finding: Finding;
  fixes: readonly Fix[];
  document: DocumentView;
  home: () => HTMLElement | null;
  /** Whether the keyboard goes to the first of them. */
  byKeyboard: boolean;
  onClose: () => void;
  onDone: (formFollows: boolean) => void;
}) {
  const text = useText();
  const menu = useRef<HTMLDivElement>(null);
  const { byKeyboard } = props;
  useEffect(() => {
    if (!byKeyboard) return undefined;
    // Once the menu has found its place: what is nowhere yet cannot be focused.
    const turn = setTimeout(() => buttonsOf(menu.current)[0]?.focus({ preventScroll: true }), 60);
    return () => clearTimeout(turn);
  }, [byKeyboard]);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = buttonsOf(menu.current);
    const at = buttons.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) buttons[step]?.focus();
    else if (event.key === 'Escape' || event.key === 'ArrowLeft') {
      dropFix();
      props.onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={text('repair.fixes')}
      tabIndex={-1}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {props.fixes.map((fix, i) => {
        const { long } = fixWords(text, props.document, { finding: props.finding, fix });
        return (
          <FixButton
            // oxlint-disable-next-line react/no-array-index-key -- the fixes of a finding never move
            key={i}
            role="menuitem"
            choice={{ finding: props.finding, fix }}
            label={asksForMore(fix) ? `${long}…` : long}
            title={long}
            home={props.home}
            onDone={props.onDone}
          />
        );
      })}
    </div>
  );
}

function buttonsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
