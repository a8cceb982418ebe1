import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { BorderState } from './border-rows.ts';
import styles from './borders.module.css';

/** State of a border as a word with its sign. */
export function BorderStateWord({ state }: { state: BorderState }) {
  const text = useText();
  const word = text(textKey(`borders.state.${state}`));
  if (state === 'disputed') {
    return (
      <span>
        <span className={styles.twin} aria-hidden />
        {word}
      </span>
    );
  }
  if (state === 'moved' || state === 'apart') {
    return <span className={styles.staleWord}>▲ {word}</span>;
  }
  return word;
}
