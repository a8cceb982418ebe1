import { Phone, UserX } from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { ChainLink } from '#shared/analysis/chain.ts';
import styles from './detail.module.css';

/** The chain of a place, district first: who answers at each level, since when, by which phone. */
export function ChainList(props: { links: readonly ChainLink[]; onSelect: (id: string) => void }) {
  const text = useText();
  return (
    <ol className={styles.chain} aria-label={text('detail.chain')}>
      {props.links.map((link) => (
        <li key={`${link.place.id}${link.role.key}`} data-empty={link.holders.length === 0}>
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
              <UserX size={14} aria-hidden /> {text('detail.vacant')}
            </div>
          )}
          {link.holders.map(({ post, person }) => (
            <div key={post.id} className={styles.holder}>
              {person ? (
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onSelect(person.id)}
                >
                  {person.name}
                </button>
              ) : (
                <span className={styles.vacant}>{text('detail.vacant')}</span>
              )}
              <span className={person?.phone ? styles.phone : styles.vacant}>
                <Phone size={12} aria-hidden /> {person?.phone || text('detail.noPhone')}
              </span>
              <span className={styles.since}>{text('detail.since', { day: post.from })}</span>
            </div>
          ))}
        </li>
      ))}
      {props.links.length === 0 && <li>{text(textKey('detail.noChain'))}</li>}
    </ol>
  );
}
