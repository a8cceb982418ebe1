import type { i18n } from 'i18next';
import { type CertificateFinding, stated } from '#shared/briefing/certificate/certificate.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Rule } from '#shared/model/rule.ts';

const measure = (value: number | null) => (value === null ? null : stated(value));

/** Findings of the given rules as a certificate states them, their texts in its language. */
export function certifiedFindings(
  findings: readonly Finding[],
  rules: readonly Rule[],
  names: { zones: ReadonlyMap<string, string>; places: ReadonlyMap<string, string> },
  translator: i18n,
  planar: boolean,
): CertificateFinding[] {
  const digits = planar ? 3 : 7;
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map((finding) => {
      const [x = 0, y = 0] = finding.at.map((value) => Number(value.toFixed(digits)) + 0);
      return {
        rule: finding.rule,
        severity: finding.severity,
        zones: finding.recordIds.flatMap((id) => names.zones.get(id) ?? []),
        places: finding.recordIds.flatMap((id) => names.places.get(id) ?? []),
        areaM2: measure(finding.areaM2),
        widthM: measure(finding.widthM),
        lengthM: measure(finding.lengthM),
        at: [x, y],
        message: translator.t(`finding.${finding.message.key}`, finding.message.params),
      };
    });
}

/** How many findings each rule has; rules without any are named with 0. */
export function countsByRule(
  findings: readonly { rule: string }[],
  rules: readonly Rule[],
): Record<string, number> {
  return Object.fromEntries(
    rules.map((rule) => [rule, findings.filter((finding) => finding.rule === rule).length]),
  );
}
