import type { ReactNode } from 'react';
import { symbolPicture } from '#renderer/map/symbol-picture.ts';
import styles from './legend.module.css';

/** One sign and what it means. */
export function Entry(props: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.entry}>
      <span className={styles.sign} aria-hidden>
        {props.sign}
      </span>
      <span>{props.children}</span>
    </li>
  );
}

/** A symbol of the map, with a letter or number on it where the map writes one. */
export function Symbol(props: { name: string; theme: 'light' | 'dark'; letter?: string }) {
  return (
    <span className={styles.symbol} data-kind={props.name.split('-')[0]}>
      <img src={symbolPicture(props.name, props.theme)} alt="" />
      {props.letter && <b>{props.letter}</b>}
    </span>
  );
}

/** A piece of ground filled with a pattern of the map. */
export function Patch(props: { pattern: string; theme: 'light' | 'dark' }) {
  return (
    <span
      className={styles.patch}
      data-pattern={props.pattern}
      style={{
        backgroundImage: `url(${symbolPicture(props.pattern, props.theme)})`,
        backgroundSize: '8px 8px',
      }}
    />
  );
}

/** A stretch of a border. */
export function Line(props: {
  rank:
    | 'dispute'
    | 'district'
    | 'street'
    | 'community'
    | 'base-unit'
    | 'mismatch'
    | 'nesting'
    | 'stray';
}) {
  return <span className={styles.line} data-rank={props.rank} />;
}
