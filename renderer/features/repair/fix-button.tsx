import { type KeyboardEvent, useRef } from 'react';
import { type FixChoice, fixKey } from '#renderer/state/fix-outcome.ts';
import { dropFix, holdFix, lookAtFix, sameChoice, useRepair } from '#renderer/state/repair.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { asksForMore } from './asks-for-more.ts';
import styles from './repair.module.css';
import { useApply } from './use-apply.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Long enough that a pointer on its way elsewhere works nothing out, in milliseconds. */
const lookAfterMs = 70;

/**
 * One fix to press: under the pointer it is shown on the map, pressed it is chosen, pressed again
 * (or reached by the keyboard and pressed) it is carried out.
 */
export function FixButton(props: {
  choice: FixChoice;
  label: string;
  title: string;
  role?: 'menuitem';
  /** Whether the tab key stops here; in tables the arrows lead to it. */
  tabbable?: boolean;
  /** Where the keyboard goes back to, when not to this button's own list. */
  home?: () => HTMLElement | null;
  /** Told once it was pressed, and whether a form takes the keyboard now. */
  onDone?: (formFollows: boolean) => void;
}) {
  const { choice } = props;
  const text = useText();
  const apply = useApply();
  const mayEdit = useMayEdit();
  const held = useRepair((state) => sameChoice(state.held, choice));
  const outcome = useRepair((state) => state.outcomes.get(fixKey(choice)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refused = outcome && 'refused' in outcome ? outcome : null;
  const reason = refused
    ? text(textKey(refused.refused), refused.params)
    : mayEdit
      ? null
      : text('edit.refused.reader');

  const press = (target: HTMLElement) => {
    const formFollows = asksForMore(choice.fix) && !reason;
    // A form has the next word, and what is refused is only explained.
    if (held && !reason && !formFollows) {
      void apply();
      props.onDone?.(false);
      return;
    }
    holdFix(choice, props.home?.() ?? target, formFollows);
    props.onDone?.(formFollows);
  };
  return (
    <button
      type="button"
      role={props.role}
      className={styles.fix}
      data-row-action
      data-held={held}
      data-refused={refused !== null}
      tabIndex={props.tabbable ? 0 : -1}
      title={reason ?? props.title}
      aria-label={props.title}
      aria-disabled={reason !== null}
      onPointerMove={({ movementX, movementY }) => {
        // A pointer at rest above which the list has moved wants nothing.
        if (timer.current !== undefined || (movementX === 0 && movementY === 0)) return;
        timer.current = setTimeout(() => lookAtFix(choice), lookAfterMs);
      }}
      onPointerLeave={() => {
        clearTimeout(timer.current);
        timer.current = undefined;
        lookAtFix(null);
      }}
      onFocus={(event) => {
        // By the keyboard: with the pointer the click says it.
        if (!event.currentTarget.matches(':focus-visible')) return;
        holdFix(choice, props.home?.() ?? event.currentTarget);
      }}
      onClick={(event) => {
        event.stopPropagation();
        clearTimeout(timer.current);
        press(event.currentTarget);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      {props.label}
    </button>
  );
}

/** The list around takes Enter for its row; on a button it means the button. Esc leaves the fix. */
function onKeyDown(event: KeyboardEvent) {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  if (event.key === 'Escape' && dropFix()) event.preventDefault();
}
