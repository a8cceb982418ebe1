import { useRef } from 'react';
import { ConsequenceRows } from '#renderer/features/repair/consequence-rows.tsx';
import { consequenceSentence } from '#renderer/features/repair/consequence-sentence.ts';
import styles from '#renderer/features/repair/repair.module.css';
import redraw from '#renderer/features/redraw/redraw.module.css';
import { useTools } from '#renderer/features/redraw/tool-store.ts';
import { useGroundTrial } from '#renderer/state/ground-trial.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { useOutOfTheWay } from './use-out-of-the-way.ts';

/** A neighbour's border that gained a corner is off by less than that (m²): rounded to the grid, nothing given. */
const leastM2 = 1;

const isTold = ({ areaM2, points, issues }: ZoneConsequence): boolean =>
  Math.abs(areaM2) >= leastM2 || points !== 0 || issues !== 0;

/** What the gesture of a ground tool would mean for each zone, beside its picture on the map. */
export function TrialCard() {
  const text = useText();
  const activeId = useTools((state) => state.activeId);
  const shown = useGroundTrial((state) => state.shown);
  const isShown = activeId !== null && shown !== null && 'result' in shown;
  const card = useRef<HTMLElement>(null);
  const aside = useOutOfTheWay(card, isShown);
  const consequences = isShown ? shown.consequences.filter(isTold) : [];
  const said = isShown ? consequences.map((each) => consequenceSentence(text, each)).join(' ') : '';
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {isShown && (
        <section
          ref={card}
          className={`${styles.card} ${redraw.trial}`}
          data-aside={aside}
          aria-label={text('redraw.consequence')}
        >
          <h2>{text(textKey(shown.result.label.key), shown.result.label.params)}</h2>
          <ConsequenceRows consequences={consequences} none={text('repair.nobodyAffected')} />
        </section>
      )}
    </>
  );
}
