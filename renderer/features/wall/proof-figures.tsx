import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { nothingOfProof } from '#shared/checks/nothing-of-proof.ts';
import { wrongCount } from '#shared/checks/wrong-count.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { coverageShare } from './coverage-share.ts';
import styles from './wall.module.css';

/** The two proofs in large figures; a proof is green only when nothing at all is wrong. */
export function ProofFigures({ report }: { report: CheckReport | null }) {
  const text = useText();
  const share = report?.areas ? coverageShare(report.areas) : null;
  const ground = wrongCount(report, horizontalRules);
  const posts = wrongCount(report, verticalRules);
  const words = (proof: 'horizontal' | 'vertical', count: number) => {
    if (!report) return { state: 'none', says: text('wall.unchecked') };
    // As in the planner: one proof may stand where there is nothing yet that the other could be made of.
    if (nothingOfProof(report, proof)) return { state: 'none', says: text('proof.nothing') };
    if (count === 0) return { state: 'proved', says: text('wall.proved') };
    const key = proof === 'horizontal' ? 'wall.groundFindings' : 'wall.postFindings';
    return { state: 'broken', says: text(textKey(key), { count }) };
  };
  const horizontal = words('horizontal', ground);
  const vertical = words('vertical', posts);
  return (
    <dl className={styles.proofs}>
      <div data-state={horizontal.state}>
        <dt>{text('proof.horizontal')}</dt>
        <dd>
          {share === null ? '—' : `${share}%`}
          <small>{horizontal.says}</small>
        </dd>
      </div>
      <div data-state={vertical.state}>
        <dt>{text('proof.vertical')}</dt>
        <dd>
          {vertical.state === 'none' ? '—' : posts}
          <small>{vertical.says}</small>
        </dd>
      </div>
    </dl>
  );
}
