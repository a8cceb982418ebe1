import type { i18n } from 'i18next';
import type { Finding, NothingReason } from '#shared/checks/finding.ts';
import { verticalRules } from '#shared/model/rule.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { messageOf } from './report.ts';

/** The proof of the chain, as both forms of the answer tell it. */
export interface ChainAnswer {
  /** Day of the proof, `YYYY-MM-DD`. */
  on: string;
  nothing: NothingReason | null;
  findings: readonly Finding[];
  records: ReadonlyMap<string, AnyRecord>;
  counts: Record<string, number>;
  /** Milliseconds. */
  timings: { read: number; check: number };
}

const isOk = ({ nothing, findings }: ChainAnswer) => nothing === null && findings.length === 0;

/** The answer for programs. Phone numbers are not in it. */
export function jsonFindings(answer: ChainAnswer, translator: i18n): string {
  const { on, nothing, findings, records, timings } = answer;
  const counts: Record<string, number> = { ...answer.counts, findings: findings.length };
  for (const rule of verticalRules) {
    counts[rule] = findings.filter((finding) => finding.rule === rule).length;
  }
  const list = findings.map((finding) => ({
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    records: finding.recordIds.flatMap((id) => {
      const record = records.get(id);
      if (!record) return [];
      return [{ id, kind: record.kind, name: 'name' in record ? record.name : null }];
    }),
    at: finding.at,
    message: messageOf(finding, translator),
  }));
  return `${JSON.stringify({ ok: isOk(answer), nothing, on, findings: list, counts, timings })}\n`;
}

/** The answer for people. */
export function textFindings(answer: ChainAnswer, translator: i18n): string {
  const { on, nothing, findings, counts } = answer;
  const lines: string[] = [];
  if (nothing) lines.push(translator.t(`finding.nothing.${nothing}`));
  else if (isOk(answer)) lines.push(translator.t('cli.chain.whole', { on, ...counts }));
  else lines.push(translator.t('cli.chain.findings', { on, n: findings.length }), '');
  findings.forEach((finding, i) => {
    const rule = translator.t(`rule.${finding.rule}`);
    lines.push(`${i + 1}. ${rule}  ${messageOf(finding, translator)}`);
    const [x = 0, y = 0] = finding.at.map((value) => value.toFixed(7));
    lines.push(`   ${translator.t('cli.at', { x, y })}`);
  });
  return `${lines.join('\n')}\n`;
}
