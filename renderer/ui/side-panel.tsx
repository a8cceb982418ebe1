import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './side-panel.module.css';
import { useText } from './use-text.ts';

/** Narrow panel over the edge of the map: what it is, and a way to close it. */
export function SidePanel(props: {
  title: string;
  subtitle?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <section className={styles.panel} aria-label={props.title}>
      <header className={styles.header}>
        <div>
          <h2>{props.title}</h2>
          {props.subtitle && <p>{props.subtitle}</p>}
        </div>
        <button
          type="button"
          className={styles.close}
          aria-label={text('common.close')}
          onClick={props.onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      <div className={styles.content}>{props.children}</div>
    </section>
  );
}
