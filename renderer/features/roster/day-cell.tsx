import { CellEditor } from '#renderer/ui/cell-editor.tsx';
import type { Leaving } from '#renderer/ui/edit-grid.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import { readDay, usualDays } from './read-day.ts';

/** Cell in which a day is typed; with an open end it may be empty. */
export function DayCell(props: {
  label: string;
  initial: string;
  today: string;
  open: boolean;
  /** Null: no end. Answers with a sentence when it cannot be. */
  onCommit: (day: string | null) => string | null;
  onLeave: (how: Leaving) => void;
}) {
  const text = useText();
  const { today, open } = props;
  return (
    <CellEditor
      label={props.label}
      initial={props.initial}
      options={usualDays(text, today, open)}
      onCommit={(typed) => {
        if (typed === '' && open) return props.onCommit(null);
        const day = readDay(typed, today);
        return day === null ? text('roster.noDay', { typed }) : props.onCommit(day);
      }}
      onLeave={props.onLeave}
    />
  );
}
