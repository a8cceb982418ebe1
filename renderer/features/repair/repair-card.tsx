import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type FixChoice, type FixForm, fixKey } from '#renderer/state/fix-outcome.ts';
import { useProject } from '#renderer/state/project.ts';
import {
  dropFix,
  holdFix,
  sameChoice,
  setCarry,
  tryFixesOf,
  useActiveFinding,
  useRepair,
} from '#renderer/state/repair.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import { carries } from '#shared/edits/apply-fix.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { asksForMore } from './asks-for-more.ts';
import { ConsequenceRows } from './consequence-rows.tsx';
import { consequenceSentence } from './consequence-sentence.ts';
import { ExceptionForm } from './exception-form.tsx';
import { fixWords } from './fix-words.ts';
import { NewZoneForm } from './new-zone-form.tsx';
import styles from './repair.module.css';
import { useApply } from './use-apply.ts';
import { useMayEdit } from './use-may-edit.ts';

/**
 * What the fix looked at or chosen would do, beside its picture on the map, and the button that does
 * it. Always there, so that screen readers are told; it shows something only when there is a fix.
 */
export function RepairCard() {
  const active = useActiveFinding();
  const text = useText();
  const document = useProject((state) => state.document);
  const { looked, held, outcomes } = useRepair();
  const shown = looked ?? held;
  const outcome = shown ? outcomes.get(fixKey(shown)) : undefined;

  // So that the row shows at once which of its fixes cannot be had.
  useEffect(() => (active ? tryFixesOf(active) : undefined), [active]);

  const told = held ? outcomes.get(fixKey(held)) : undefined;
  const said =
    told &&
    ('refused' in told
      ? text(textKey(told.refused), told.params)
      : told.consequences.map((each) => consequenceSentence(text, each)).join(' '));
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {shown && document && (
        <Card choice={shown} document={document} isHeld={sameChoice(shown, held)}>
          {outcome &&
            ('refused' in outcome ? (
              <p className={styles.refused}>{text(textKey(outcome.refused), outcome.params)}</p>
            ) : (
              <ConsequenceRows
                consequences={outcome.consequences}
                none={noneText(text, document, shown)}
              />
            ))}
        </Card>
      )}
    </>
  );
}

function Card(props: {
  choice: FixChoice;
  document: DocumentView;
  isHeld: boolean;
  children: React.ReactNode;
}) {
  const { choice, document, isHeld } = props;
  const text = useText();
  const card = useRef<HTMLElement>(null);
  const outcome = useRepair((state) => state.outcomes.get(fixKey(choice)));
  const filling = useRepair((state) => state.filling);
  const mayEdit = useMayEdit();
  const apply = useApply();
  const { long } = fixWords(text, document, choice);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    dropFix();
  };
  const canApply = mayEdit && outcome !== undefined && 'result' in outcome;
  return (
    <section
      ref={card}
      className={styles.card}
      aria-label={text('repair.card')}
      onKeyDown={onKeyDown}
    >
      <h2>{long}</h2>
      {props.children}
      <Carried choice={choice} />
      {!mayEdit && <p className={styles.refused}>{text('edit.refused.reader')}</p>}
      {!isHeld && canApply && <p className={styles.hint}>{text('repair.hintLooked')}</p>}
      {isHeld &&
        (canApply && filling && asksForMore(choice.fix) ? (
          <FixForms key={fixKey(choice)} choice={choice} document={document} onApply={apply} />
        ) : (
          <footer>
            <Button
              type="primary"
              size="small"
              disabled={!canApply}
              onClick={() => {
                if (asksForMore(choice.fix)) holdFix(choice, null, true);
                else void apply();
              }}
            >
              {text(asksForMore(choice.fix) ? 'repair.fill' : 'repair.apply')}
            </Button>
            <Button size="small" onClick={() => dropFix()}>
              {text('common.cancel')}
            </Button>
            {canApply && !asksForMore(choice.fix) && (
              <span className={styles.hint}>{text('repair.hintHeld')}</span>
            )}
          </footer>
        ))}
    </section>
  );
}

/** Names told of what follows the zones. */
const mostNamed = 4;

/** Which streets and communities follow the zones, and the way to leave them as they are. */
function Carried({ choice }: { choice: FixChoice }) {
  const text = useText();
  const carry = useRepair((state) => state.carry);
  const outcome = useRepair((state) => state.outcomes.get(fixKey(choice)));
  const names = outcome && 'result' in outcome ? outcome.carried : [];
  if (names.length === 0 && (carry || !carries(choice.fix))) return null;
  const listed = names.slice(0, mostNamed).join('、');
  return (
    <p className={styles.carried}>
      <Checkbox checked={carry} onChange={(event) => setCarry(event.target.checked)}>
        {text('repair.carry')}
      </Checkbox>
      {names.length > 0 && (
        <span className={styles.hint}>
          {names.length > mostNamed
            ? text('repair.carriedMore', { names: listed, n: names.length })
            : listed}
        </span>
      )}
    </p>
  );
}

function FixForms(props: {
  choice: FixChoice;
  document: DocumentView;
  onApply: (form: FixForm) => Promise<boolean>;
}) {
  const { finding, fix } = props.choice;
  return fix.kind === 'new-zone' ? (
    <NewZoneForm document={props.document} finding={finding} onApply={props.onApply} />
  ) : (
    <ExceptionForm onApply={props.onApply} />
  );
}

/** What is said where no zone gains or loses ground. */
function noneText(text: Translate, document: DocumentView, { finding, fix }: FixChoice): string {
  if (fix.kind === 'declare-exception' && finding.areaM2 !== null) {
    return text('repair.excepted', { area: formatArea(finding.areaM2) });
  }
  if (fix.kind !== 'change-parent') return text('repair.nobodyAffected');
  const parent = document.get(fix.parentId);
  return text('repair.parentChanges', { parent: parent ? recordTitle(parent) : '?' });
}
