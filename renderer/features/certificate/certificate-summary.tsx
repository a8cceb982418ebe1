import { CircleAlert, CircleCheck, CircleSlash } from 'lucide-react';
import { formatArea, formatDay, formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { CertificateBody } from '#shared/briefing/certificate/certificate.ts';
import styles from './certificate.module.css';
import { verdictReason } from './verdict-words.ts';

const icons = {
  proved: CircleCheck,
  'not-proved': CircleAlert,
  'nothing-to-prove': CircleSlash,
} as const;

function VerdictRow(props: {
  kind: 'horizontal' | 'vertical';
  proof: Parameters<typeof verdictReason>[0];
}) {
  const text = useText();
  const { kind, proof } = props;
  const Icon = icons[proof.verdict];
  return (
    <div className={styles.verdict} data-verdict={proof.verdict}>
      <Icon size={28} aria-hidden />
      <div>
        <h3>
          <span>{text(`proof.${kind}`)}</span>{' '}
          <strong>{text(textKey(`certificate.verdictName.${proof.verdict}`))}</strong>
        </h3>
        <p>{verdictReason(proof, kind, text)}</p>
      </div>
    </div>
  );
}

/** What a certificate says, in short: both verdicts first, as large as they matter. */
export function CertificateSummary(props: { body: CertificateBody }) {
  const text = useText();
  const { body } = props;
  const { coverage, chain, district, exceptions, language } = body;
  const { areas } = coverage;
  const findings = coverage.findings.length + (chain?.findings.length ?? 0);
  return (
    <>
      <div className={styles.verdicts}>
        <VerdictRow kind="horizontal" proof={coverage} />
        {chain && <VerdictRow kind="vertical" proof={chain} />}
      </div>
      {body.verdict !== 'proved' && <p>{text('certificate.dialog.honest')}</p>}
      {body.invented && <p className={styles.invented}>{text('certificate.dialog.invented')}</p>}
      <dl className={styles.facts} aria-label={text('certificate.dialog.states')}>
        <dt>{text('certificate.dialog.district')}</dt>
        <dd>{district?.name ?? text('certificate.dialog.noDistrict')}</dd>
        <dt>{text('certificate.dialog.day')}</dt>
        <dd>{formatDay(body.day, language)}</dd>
        <dt>{text('certificate.dialog.states')}</dt>
        <dd>
          {text('certificate.dialog.lists', {
            zones: formatNumber(body.zoneCount),
            findings: formatNumber(findings),
            exceptions: formatNumber(exceptions.length),
          })}
          {areas && (
            <p>
              {text('certificate.dialog.area', {
                boundary: formatArea(areas.boundary),
                covered: formatArea(areas.covered),
                gap: formatArea(areas.gap),
                exception: formatArea(areas.exception),
              })}
            </p>
          )}
        </dd>
        <dt>{text('certificate.dialog.ground')}</dt>
        <dd>
          <code>{body.hash.ground}</code>
        </dd>
      </dl>
    </>
  );
}
