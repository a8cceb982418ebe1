import { CircleAlert, CircleCheck, CircleHelp, Clock4, Hourglass } from 'lucide-react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './duty.module.css';
import type { DutyState } from './duty-state.ts';

const icons = {
  missing: CircleAlert,
  unknown: CircleHelp,
  late: Clock4,
  waiting: Hourglass,
  in: CircleCheck,
} as const;

/** How somebody on the list stands: a sign and a word. */
export function StateBadge(props: { state: DutyState }) {
  const text = useText();
  const Icon = icons[props.state];
  return (
    <span className={styles.badge} data-state={props.state}>
      <Icon size={14} aria-hidden />
      {text(`duty.state.${props.state}`)}
    </span>
  );
}
