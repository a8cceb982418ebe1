import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Spread } from '#shared/analysis/spread.ts';
import styles from './numbers.module.css';

const width = 240;
const height = 56;

/** How many zones have how much work: a bar for each stretch, and a line at the mean. */
export function SpreadChart({ bins, spread }: { bins: readonly number[]; spread: Spread }) {
  const text = useText();
  const { least, most, mean, count, deviation } = spread;
  const tallest = Math.max(...bins);
  const label = text('numbers.chart', {
    count,
    least: formatNumber(least, 1),
    most: formatNumber(most, 1),
    mean: formatNumber(mean, 1),
    percent: formatNumber(100 * deviation),
  });
  const meanAt = most === least ? width / 2 : ((mean - least) / (most - least)) * width;
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {bins.map((bin, i) => {
          const size = bin === 0 ? 0 : Math.max(2, (bin / tallest) * (height - 6));
          return (
            <rect
              key={i}
              x={(i * width) / bins.length + 1}
              y={height - size}
              width={width / bins.length - 2}
              height={size}
            />
          );
        })}
        <line x1={meanAt} x2={meanAt} y1={0} y2={height} />
      </svg>
      <figcaption>
        <span>{formatNumber(least, 1)}</span>
        <span>{text('numbers.mean', { mean: formatNumber(mean, 1) })}</span>
        <span>{formatNumber(most, 1)}</span>
      </figcaption>
    </figure>
  );
}
