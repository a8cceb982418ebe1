import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { LedgerLine } from '#shared/jobs/chain-session/questions/ledger.ts';
import styles from './ledger.module.css';

/** Who answered for an issue on the day it was found, from the district down. */
export function LedgerChain({ line, redrawn }: { line: LedgerLine; redrawn: readonly string[] }) {
  const text = useText();
  const { day, seats, points } = line;
  const since = redrawn.filter((one) => one > day);
  return (
    <>
      <h3>{text('ledger.chainOn', { day })}</h3>
      <p className={styles.quiet}>
        {text('ledger.lost', { points: formatNumber(points, 1) })}
        {' · '}
        {since.length > 0
          ? text('ledger.groundThen', { count: since.length })
          : text('ledger.groundSame')}
      </p>
      {seats.length === 0 && <p className={styles.quiet}>{text('ledger.nobody')}</p>}
      <ul className={styles.seats}>
        {seats.map(({ place, role, person, personId, unit }) => (
          <li key={`${place} ${role} ${personId ?? ''}`}>
            {person ?? <span className={styles.vacant}>▲ {text('ledger.vacant')}</span>}
            <small>
              {place} · {role}
              {unit !== null && ` · ${unit}`}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
