import { useText } from '#renderer/ui/use-text.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { verticalRules } from '#shared/model/rule.ts';
import { coverageShare } from './coverage-share.ts';
import styles from './wall.module.css';

/** The two proofs in large figures; a proof is green only when nothing at all is wrong. */
export function ProofFigures(props: { report: CheckReport | null }) {
  const text = useText();
  const { report } = props;
  const share = report?.areas ? coverageShare(report.areas) : null;
  const wrong = (report?.findings ?? []).filter((finding) => finding.severity !== 'note');
  const posts = wrong.filter((finding) =>
    (verticalRules as readonly string[]).includes(finding.rule),
  ).length;
  const ground = wrong.length - posts;
  const checked = report !== null && report.nothing === null;
  return (
    <dl className={styles.proofs}>
      <div data-state={!checked ? 'none' : ground === 0 ? 'proved' : 'broken'}>
        <dt>{text('proof.horizontal')}</dt>
        <dd>
          {share === null ? '—' : `${share}%`}
          <small>
            {!checked
              ? text('wall.unchecked')
              : ground === 0
                ? text('wall.proved')
                : text('wall.groundFindings', { count: ground })}
          </small>
        </dd>
      </div>
      <div data-state={!checked ? 'none' : posts === 0 ? 'proved' : 'broken'}>
        <dt>{text('proof.vertical')}</dt>
        <dd>
          {checked ? posts : '—'}
          <small>
            {!checked
              ? text('wall.unchecked')
              : posts === 0
                ? text('wall.proved')
                : text('wall.postFindings')}
          </small>
        </dd>
      </div>
    </dl>
  );
}
