import { ConsequenceRows } from '#renderer/features/repair/consequence-rows.tsx';
import { consequenceSentence } from '#renderer/features/repair/consequence-sentence.ts';
import styles from '#renderer/features/repair/repair.module.css';
import { useTools } from '#renderer/features/redraw/tool-store.ts';
import { useGroundTrial } from '#renderer/state/ground-trial.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';

/** What the gesture of a ground tool would mean for each zone, beside its picture on the map. */
export function TrialCard() {
  const text = useText();
  const activeId = useTools((state) => state.activeId);
  const shown = useGroundTrial((state) => state.shown);
  const isShown = activeId !== null && shown !== null && 'result' in shown;
  const said = isShown
    ? shown.consequences.map((each) => consequenceSentence(text, each)).join(' ')
    : '';
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {isShown && (
        <section className={styles.card} aria-label={text('redraw.consequence')}>
          <h2>{text(textKey(shown.result.label.key), shown.result.label.params)}</h2>
          <ConsequenceRows consequences={shown.consequences} none={text('repair.nobodyAffected')} />
        </section>
      )}
    </>
  );
}
