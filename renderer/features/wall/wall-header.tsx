import { formatDay } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { countdown } from '#shared/analysis/countdown.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { Locale } from '#shared/model/locale.ts';
import type { Project } from '#shared/model/project.ts';
import styles from './wall.module.css';

/** Top line of the wall: whose it is, how long until the inspection, what day and time it is. */
export function WallHeader(props: { project: Project; district: string; locale: Locale }) {
  const text = useText();
  const now = useClock(1000);
  const { inspectionDate, utcOffsetMinutes } = props.project;
  const left = inspectionDate ? countdown(inspectionDate, now, utcOffsetMinutes) : null;
  const clock = new Date(now + utcOffsetMinutes * 60_000).toISOString().slice(11, 16);
  return (
    <header className={styles.header}>
      <h1>
        {props.district} <span>{text('wall.title')}</span>
      </h1>
      {props.project.invented && <span className={styles.invented}>{text('wall.invented')}</span>}
      <p className={styles.countdown}>
        {left
          ? text('wall.countdown', {
              days: left.days,
              time: `${String(left.hours).padStart(2, '0')}:${String(left.minutes).padStart(2, '0')}`,
            })
          : text(inspectionDate ? 'wall.inspecting' : 'wall.noDate')}
      </p>
      <p>
        {formatDay(localDay(now, utcOffsetMinutes), props.locale)} {clock}
      </p>
    </header>
  );
}
