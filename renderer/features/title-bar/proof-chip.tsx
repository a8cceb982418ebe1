import { CircleAlert, CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import { useFindings } from '#renderer/state/findings.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { nothingOfProof } from '#shared/checks/nothing-of-proof.ts';
import { wrongCount } from '#shared/checks/wrong-count.ts';
import type { Rule } from '#shared/model/rule.ts';
import styles from './proof-chip.module.css';

type ChipState = 'unchecked' | 'running' | 'nothing' | 'proved' | 'broken';

const icons = {
  unchecked: CircleDashed,
  running: CircleDashed,
  nothing: CircleSlash,
  proved: CircleCheck,
  broken: CircleAlert,
} as const;

/** One of the two proofs as words in the title bar; a click leads to its findings. */
export function ProofChip(props: {
  proof: 'horizontal' | 'vertical';
  rules: readonly Rule[];
  onOpen: () => void;
}) {
  const text = useText();
  // Of the report only what is shown: it is a new one at each step of a drag.
  const isChecked = useFindings((state) => state.report !== null);
  const count = useFindings((state) => wrongCount(state.report, props.rules));
  const nothing = useFindings(
    ({ report }) => report !== null && nothingOfProof(report, props.proof) !== null,
  );
  const running = useFindings((state) => state.running);
  const progress = useFindings((state) => state.progress);

  let state: ChipState = 'unchecked';
  if (running) state = 'running';
  else if (nothing) state = 'nothing';
  else if (isChecked) state = count === 0 ? 'proved' : 'broken';

  const Icon = icons[state];
  const name = text(props.proof === 'horizontal' ? 'proof.horizontal' : 'proof.vertical');
  const value =
    state === 'broken'
      ? String(count)
      : state === 'running'
        ? `${Math.round(progress * 100)}%`
        : text(textKey(`proof.${state}`));
  return (
    <button
      type="button"
      className={styles.chip}
      data-state={state}
      title={text(textKey(`proof.${state}Hint`), { count })}
      onClick={props.onOpen}
    >
      <Icon size={15} aria-hidden />
      <span>{name}</span>
      <strong>{value}</strong>
    </button>
  );
}
