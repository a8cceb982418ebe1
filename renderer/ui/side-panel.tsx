import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './side-panel.module.css';
import { useText } from './use-text.ts';

/** Narrow panel at the left edge of the map. */
export function SidePanel(props: { title: string; onClose: () => void; children: ReactNode }) {
  const text = useText();
  return (
    <section className={styles.panel} aria-label={props.title}>
      <header className={styles.header}>
        <h2>{props.title}</h2>
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
