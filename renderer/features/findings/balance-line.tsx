import { useFindings } from '#renderer/state/findings.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { AreaBalance } from '#shared/checks/finding.ts';
import styles from './findings-panel.module.css';

/** How the ground adds up: boundary = covered + gaps + exceptions, and what is left over. */
export function BalanceLine() {
  const areas = useFindings(({ report }) => report?.areas);
  return areas && <Line areas={areas} />;
}

function Line(props: { areas: AreaBalance }) {
  const text = useText();
  const { boundary, covered, gap, exception, overlap, outside, balance } = props.areas;
  const parts = [
    text('balance.sum', {
      boundary: formatArea(boundary),
      covered: formatArea(covered),
      gap: formatArea(gap),
      exception: formatArea(exception),
    }),
    ...(overlap > 0 ? [text('balance.overlap', { area: formatArea(overlap) })] : []),
    ...(outside > 0 ? [text('balance.outside', { area: formatArea(outside) })] : []),
    text('balance.rest', { area: formatArea(Math.abs(balance)) }),
  ];
  return (
    <p className={styles.balance} title={parts.join(' · ')}>
      {parts.map((part, i) => (
        <span key={part}>
          {part}
          {i < parts.length - 1 && ' · '}
        </span>
      ))}
    </p>
  );
}
