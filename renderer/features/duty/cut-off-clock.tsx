import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './duty.module.css';

const two = (value: number) => String(value).padStart(2, '0');

/** Time left to the cut-off, or since it, second by second. */
export function CutOffClock(props: { deadline: number; cutOff: string }) {
  const text = useText();
  const now = useClock(1000);
  const left = props.deadline - now;
  const seconds = Math.floor(Math.abs(left) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const time = `${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
  const soon = left > 0 && left < 30 * 60_000;
  return (
    <span className={styles.clock} data-soon={soon} role="timer">
      {left > 0
        ? text('duty.toCutOff', { cutOff: props.cutOff, time })
        : text('duty.pastCutOff', { cutOff: props.cutOff, time })}
    </span>
  );
}
