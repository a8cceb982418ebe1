import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { FindingRow } from '#shared/formats/export/export-tables.ts';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** Findings with their texts in the language of the window and the names of what they concern; phone numbers in full only when wanted. */
export function findingRows(
  findings: readonly Finding[],
  document: DocumentView,
  text: Translate,
  phones: boolean,
): FindingRow[] {
  const nameOf = (id: string) => {
    const record = document.get(id);
    return record && 'name' in record ? record.name : '';
  };
  return findings.map((finding) => {
    const { id, rule, severity, areaM2, widthM, lengthM, at, geometry } = finding;
    const names = finding.recordIds.map(nameOf).filter((name) => name !== '');
    const message = text(textKey(`finding.${finding.message.key}`), finding.message.params);
    return {
      id,
      rule,
      ruleName: text(textKey(`rule.${rule}`)),
      severity,
      severityName: text(textKey(`severity.${severity}`)),
      message: phones ? message : maskPhonesIn(message),
      places: [...new Set(names)].join('、'),
      areaM2,
      widthM,
      lengthM,
      at,
      geometry,
    };
  });
}
