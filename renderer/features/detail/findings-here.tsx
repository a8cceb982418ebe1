import { memo } from 'react';
import { ChainFixActions } from '#renderer/features/chain-fixes/chain-fix-actions.tsx';
import { FixActions } from '#renderer/features/repair/fix-actions.tsx';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import styles from './detail.module.css';

/**
 * What is wrong with a record, each finding with its fixes; nothing where nothing is. It follows the findings
 * by itself, which change at each step of a drag, when nothing else of a card does.
 */
export const FindingsHere = memo(function FindingsHere(props: {
  recordId: string;
  onFinding: (finding: Finding) => void;
}) {
  const text = useText();
  const findings = useFindings((state) => listedFindings(state.report));
  const here = findings.filter((finding) => finding.recordIds.includes(props.recordId));
  if (here.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {here.map((finding) => (
        <li key={finding.id}>
          <button type="button" className={styles.finding} onClick={() => props.onFinding(finding)}>
            <strong>{text(textKey(`rule.${finding.rule}`))}</strong>{' '}
            {text(textKey(`finding.${finding.message.key}`), finding.message.params)}
          </button>
          {finding.chainFixes ? (
            <ChainFixActions finding={finding} room={2} tabbable />
          ) : (
            <FixActions finding={finding} room={2} tabbable />
          )}
        </li>
      ))}
    </ul>
  );
});
