import type { HeatScale } from '#renderer/map/map-view-props.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './legend.module.css';

/** Shortest form that still tells neighbouring stops apart: 0, 0.16, 0.63, 1.4, 25. */
function formatDensity(value: number): string {
  if (value === 0) return '0';
  const digits = value >= 10 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(value)));
  return formatNumber(value, Math.min(6, digits))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** The colours of the heat with their values in issues per hectare and month. */
export function HeatRamp(props: { scale: HeatScale }) {
  const text = useText();
  const { stops, count, radiusM } = props.scale;
  return (
    <figure className={styles.heat}>
      <figcaption>
        {text('legend.heat.title')} <span className={styles.quiet}>{text('legend.heat.unit')}</span>
      </figcaption>
      <div
        className={styles.ramp}
        style={{
          background: `linear-gradient(to right, ${stops.map((s) => s.colour).join(', ')})`,
        }}
      />
      <div className={styles.ticks}>
        {stops.map(({ value }, i) => (
          <span key={value}>
            {formatDensity(value)}
            {i === stops.length - 1 ? '+' : ''}
          </span>
        ))}
      </div>
      <small className={styles.quiet}>
        {text('legend.heat.summary', { count: formatNumber(count), radius: radiusM })}
      </small>
    </figure>
  );
}
