import { formatNumber } from '#renderer/ui/format.ts';
import { textKey } from '#renderer/ui/text-key.ts';
import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Print } from './print.ts';
import type { TableContent } from './table.ts';

const measure = (value: number | null, digits: number) =>
  value === null ? '' : formatNumber(value, digits);

function findingsList(
  print: Print,
  proof: 'horizontal' | 'vertical',
  findings: readonly CertificateFinding[],
): TableContent {
  const { text, certificate } = print;
  const digits = certificate.grid.unit === 'metre' ? 2 : 6;
  const ground = proof === 'horizontal';
  const measures = [
    { title: text('certificate.pdf.areaM2'), width: 67, align: 'right' },
    { title: text('certificate.pdf.widthM'), width: 42, align: 'right' },
    { title: text('certificate.pdf.lengthM'), width: 42, align: 'right' },
  ] as const;
  return {
    title: text('certificate.pdf.findingsOf', { proof: text(`proof.${proof}`) }),
    empty: text('certificate.pdf.noFindings'),
    columns: [
      { title: '', width: 26, align: 'right' },
      { title: text('export.finding.ruleName'), width: 62 },
      { title: text('export.finding.message'), width: ground ? 165 : 316 },
      ...(ground ? measures : []),
      { title: text('certificate.pdf.at'), width: 107, align: 'right' },
    ],
    rows: findings.map((finding, i) => [
      String(i + 1),
      text(textKey(`rule.${finding.rule}`)),
      finding.message,
      ...(ground
        ? [measure(finding.areaM2, 2), measure(finding.widthM, 2), measure(finding.lengthM, 1)]
        : []),
      finding.at.map((value) => value.toFixed(digits)).join(', '),
    ]),
  };
}

function exceptionsList({ certificate, text }: Print): TableContent {
  return {
    title: text('certificate.pdf.exceptions'),
    empty: text('certificate.pdf.noExceptions'),
    columns: [
      { title: text('certificate.pdf.name'), width: 92 },
      { title: text('certificate.pdf.reason'), width: 158 },
      { title: text('certificate.pdf.approver'), width: 84 },
      { title: text('certificate.pdf.term'), width: 105 },
      { title: text('certificate.pdf.areaM2'), width: 72, align: 'right' },
    ],
    rows: certificate.exceptions.map(({ name, reason, approver, from, expires, ...rest }) => {
      const term = `${from} – ${expires}`;
      const note = rest.inForce ? term : `${term} ${text('certificate.pdf.notInForce')}`;
      return [name, reason, approver, note, formatNumber(rest.areaM2, 2)];
    }),
  };
}

function categoriesList({ certificate, text }: Print): TableContent {
  return {
    title: text('certificate.pdf.categories'),
    empty: '',
    columns: [
      { title: text('certificate.pdf.category'), width: 250 },
      { title: text('certificate.pdf.verdict'), width: 120 },
      { title: text('certificate.pdf.findings'), width: 60, align: 'right' },
      { title: text('cli.balance.gap'), width: 81, align: 'right' },
    ],
    rows: certificate.coverage.categories.map(({ keys, verdict, findings, areas }) => [
      keys.join('、').replace('*', text('certificate.pdf.otherCategories')),
      text(textKey(`certificate.verdictName.${verdict}`)),
      String(findings),
      areas ? `${formatNumber(areas.gap, 2)} m²` : '–',
    ]),
  };
}

/** Two zones to a line: they are many. */
function zonesList({ certificate, text }: Print): TableContent {
  const half = [
    { title: '', width: 30, align: 'right' as const },
    { title: text('certificate.pdf.zone'), width: 84 },
    { title: text('certificate.pdf.code'), width: 76 },
    { title: text('certificate.pdf.areaM2'), width: 60, align: 'right' as const },
  ];
  const inOrder = new Intl.Collator(certificate.language, { numeric: true });
  const zones = certificate.zones.toSorted((a, b) => {
    return inOrder.compare(a.code, b.code) || inOrder.compare(a.name, b.name);
  });
  const cells = zones.map(({ name, code, areaM2 }, i) => [
    String(i + 1),
    name,
    code,
    formatNumber(areaM2, 1),
  ]);
  const rows: string[][] = [];
  for (let i = 0; i < cells.length; i += 2) {
    rows.push([...(cells[i] ?? []), '', ...(cells[i + 1] ?? ['', '', '', ''])]);
  }
  return {
    title: text('certificate.pdf.zonesWithAreas'),
    empty: text('certificate.pdf.noZones'),
    columns: [...half, { title: '', width: 11 }, ...half],
    rows,
  };
}

/** The lists that follow the first page, in their order. */
export function listsOf(print: Print): TableContent[] {
  const { coverage, chain } = print.certificate;
  return [
    findingsList(print, 'horizontal', coverage.findings),
    ...(chain ? [findingsList(print, 'vertical', chain.findings)] : []),
    ...(coverage.categories.length > 0 ? [categoriesList(print)] : []),
    exceptionsList(print),
    zonesList(print),
  ];
}
