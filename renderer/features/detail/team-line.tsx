import { useText } from '#renderer/ui/use-text.ts';
import { teamSentence } from '#shared/analysis/chain-text.ts';
import type { FirstTeam } from '#shared/analysis/first-team-at.ts';
import styles from './detail.module.css';

/** The emergency team that is first at a place, with its minutes and what they are reckoned of. */
export function TeamLine(props: { team: FirstTeam | null; onSelect: (id: string) => void }) {
  const text = useText();
  const { team, onSelect } = props;
  return (
    <>
      <h3>{text('chain.firstTeam')}</h3>
      {team ? (
        <>
          <div className={styles.holder}>
            <button type="button" className={styles.link} onClick={() => onSelect(team.id)}>
              {team.name}
            </button>
            <span className={team.phone ? styles.phone : styles.vacant}>
              {team.phone || text('chain.noPhone')}
            </span>
            <span className={styles.since}>
              {text(team.transport === 'vehicle' ? 'detail.vehicle' : 'detail.foot')}
            </span>
          </div>
          <p className={styles.formula}>{teamSentence(team, text)}</p>
        </>
      ) : (
        <p className={styles.since}>{text('chain.noTeam')}</p>
      )}
    </>
  );
}
