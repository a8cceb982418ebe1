import {
  CalendarClock,
  CircleDashed,
  CircleSlash,
  type LucideIcon,
  UserRoundX,
  UsersRound,
} from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { RowState } from '#shared/analysis/roster/row-states.ts';
import styles from './roster.module.css';

const icons: Record<RowState, LucideIcon | null> = {
  inOffice: null,
  onLeave: CalendarClock,
  unattended: UserRoundX,
  double: UsersRound,
  vacant: CircleDashed,
  empty: CircleDashed,
  expired: CircleSlash,
  upcoming: CalendarClock,
  former: null,
};

/** States in which a rule is broken. */
const broken: readonly RowState[] = ['unattended', 'double', 'vacant', 'expired'];

/** How a post stands, in words; what breaks a rule in red and with a sign. */
export function StateBadge(props: { state: RowState }) {
  const text = useText();
  const { state } = props;
  const Icon = icons[state];
  return (
    <span className={styles.state} data-tone={broken.includes(state) ? 'broken' : state}>
      {Icon && <Icon size={13} aria-hidden />}
      {text(textKey(`roster.state.${state}`))}
    </span>
  );
}
