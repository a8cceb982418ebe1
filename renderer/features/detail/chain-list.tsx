import { Phone, UserRoundCheck, UserX } from 'lucide-react';
import { useText } from '#renderer/ui/use-text.ts';
import type { ChainSeat, NamedPerson, SeatHolder } from '#shared/analysis/chain-seats.ts';
import styles from './detail.module.css';

/** A chain, district first: who answers at each level, since when, by which phone, and who stands in. */
export function ChainList(props: { links: readonly ChainSeat[]; onSelect: (id: string) => void }) {
  const text = useText();
  return (
    <ol className={styles.chain} aria-label={text('chain.title')}>
      {props.links.map((link) => (
        <li
          key={`${link.place.id}${link.role.key}`}
          data-empty={link.holders.length === 0 || link.holders.length > 1}
        >
          <div className={styles.level}>
            <span>{link.role.name}</span>
            <button
              type="button"
              className={styles.link}
              onClick={() => props.onSelect(link.place.id)}
            >
              {link.place.name}
            </button>
          </div>
          {link.holders.length === 0 && (
            <div className={styles.vacant}>
              <UserX size={14} aria-hidden /> {text('chain.vacant')}
            </div>
          )}
          {link.holders.map((holder) => (
            <HolderLine key={holder.postId} holder={holder} onSelect={props.onSelect} />
          ))}
        </li>
      ))}
      {props.links.length === 0 && <li>{text('detail.noChain')}</li>}
    </ol>
  );
}

function HolderLine(props: { holder: SeatHolder; onSelect: (id: string) => void }) {
  const text = useText();
  const { person, since, onLeave, answers } = props.holder;
  return (
    <>
      <div className={styles.holder}>
        <PersonWords person={person} onSelect={props.onSelect} />
        <span className={styles.since}>{text('chain.since', { day: since })}</span>
      </div>
      {onLeave && (
        <div className={styles.deputy}>
          {answers ? (
            <>
              <span className={styles.since}>
                <UserRoundCheck size={12} aria-hidden /> {text('chain.onLeaveDeputy')}
              </span>
              <PersonWords person={answers} onSelect={props.onSelect} />
            </>
          ) : (
            <span className={styles.vacant}>
              <UserX size={12} aria-hidden /> {text('chain.noDeputy')}
            </span>
          )}
        </div>
      )}
    </>
  );
}

function PersonWords(props: { person: NamedPerson; onSelect: (id: string) => void }) {
  const text = useText();
  const { id, name, phone } = props.person;
  return (
    <>
      <button type="button" className={styles.link} onClick={() => props.onSelect(id)}>
        {name}
      </button>
      <span className={phone ? styles.phone : styles.vacant}>
        <Phone size={12} aria-hidden /> {phone || text('chain.noPhone')}
      </span>
    </>
  );
}
