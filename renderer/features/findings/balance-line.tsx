import { formatArea } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { AreaBalance } from '#shared/checks/finding.ts';
import styles from './findings-panel.module.css';

/** How the ground adds up: boundary = covered + gaps + exceptions, and what is left over. */
export function BalanceLine(props: { areas: AreaBalance }) {
  const text = useText();
  const { boundary, covered, gap, exception, overlap, outside, balance } = props.areas;
  return (
    <p className={styles.balance}>
      {text('balance.sum', {
        boundary: formatArea(boundary),
        covered: formatArea(covered),
        gap: formatArea(gap),
        exception: formatArea(exception),
      })}
      {overlap > 0 && <span>{text('balance.overlap', { area: formatArea(overlap) })}</span>}
      {outside > 0 && <span>{text('balance.outside', { area: formatArea(outside) })}</span>}
      <span>{text('balance.rest', { area: formatArea(Math.abs(balance)) })}</span>
    </p>
  );
}
