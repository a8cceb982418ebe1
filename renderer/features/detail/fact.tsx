import type { ReactNode } from 'react';
import styles from './detail.module.css';

/** One figure with its name below it. */
export function Fact(props: { label: string; children: ReactNode; tone?: 'soon' }) {
  return (
    <div className={styles.fact} data-tone={props.tone}>
      <dd>{props.children}</dd>
      <dt>{props.label}</dt>
    </div>
  );
}
