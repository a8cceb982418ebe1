import { verdictReason } from '#renderer/features/certificate/verdict-words.ts';
import { formatArea, formatDay, formatNumber } from '#renderer/ui/format.ts';
import { textKey } from '#renderer/ui/text-key.ts';
import { balanceParts } from '#shared/checks/finding.ts';
import { margin, pageWidth, textWidth } from './page.ts';
import type { Print } from './print.ts';
import { drawMap } from './print-map.ts';
import { inks, type Sheet } from './sheet.ts';

const right = pageWidth - margin;
const gutter = 14;
const column = (textWidth - gutter) / 2;
const verdictColours = {
  proved: inks.proved,
  'not-proved': inks.broken,
  'nothing-to-prove': inks.quiet,
} as const;

function drawHead(sheet: Sheet, { certificate, text }: Print): void {
  sheet.text(text('certificate.title'), margin, margin + 22, { size: 26, weight: 600 });
  const { district, invented, issuer } = certificate;
  const name = [district?.name, district?.code].filter(Boolean).join('  ');
  sheet.text(name, margin, margin + 42, { size: 13, weight: 600 }, textWidth - 180);
  sheet.text(issuer.unit, right, margin + 42, { size: 10, align: 'right' }, 170);
  if (!invented) return;
  const label = text('certificate.pdf.invented');
  const style = { size: 9, weight: 600, colour: inks.broken } as const;
  const width = sheet.width(label, style) + 14;
  sheet.frame(right - width, margin + 6, width, 17, inks.broken, 0.9);
  sheet.text(label, right - width / 2, margin + 17.8, { ...style, align: 'centre' });
}

function drawVerdict(
  sheet: Sheet,
  { certificate, text }: Print,
  kind: 'horizontal' | 'vertical',
  x: number,
  y: number,
): void {
  const proof = kind === 'horizontal' ? certificate.coverage : certificate.chain;
  const verdict = proof?.verdict ?? 'nothing-to-prove';
  const colour = verdictColours[verdict];
  sheet.box(x, y, column, 56, inks.panel);
  sheet.box(x, y, 4, 56, colour);
  sheet.text(text(`proof.${kind}`), x + 14, y + 19, { size: 12, weight: 600 });
  const word = text(textKey(`certificate.verdictName.${verdict}`));
  sheet.text(word, x + column - 12, y + 21, { size: 17, weight: 600, colour, align: 'right' });
  const reason = proof ? verdictReason(proof, kind, text) : text('certificate.pdf.noChain');
  const [first = '', second = ''] = sheet.lines(reason, column - 26, { size: 8.5 });
  sheet.text(first, x + 14, y + 36, { size: 8.5 });
  sheet.text(second, x + 14, y + 48, { size: 8.5 }, column - 26);
}

function drawRows(
  sheet: Sheet,
  title: string,
  rows: readonly (readonly [label: string, value: string, strong?: boolean])[],
  x: number,
  y: number,
): number {
  sheet.text(title, x, y, { size: 9.5, weight: 600 });
  sheet.rule(x, y + 5, column, inks.ink, 0.8);
  rows.forEach(([label, value, strong = false], i) => {
    const base = y + 17 + i * 14;
    const weight = strong ? 600 : 400;
    sheet.text(label, x, base, { size: 9, weight }, column - 120);
    sheet.text(value, x + column, base, { size: 9, weight, align: 'right' }, 190);
    sheet.rule(x, base + 4, column);
  });
  return y + 17 + rows.length * 14;
}

function balanceRows({ certificate: { coverage }, text }: Print) {
  const { areas } = coverage;
  return balanceParts.map((part) => {
    const value = areas ? `${formatNumber(areas[part] + 0, 2)} m²` : '–';
    return [text(`cli.balance.${part}`), value, part === 'boundary'] as const;
  });
}

function countRows({ certificate, text }: Print) {
  const { exceptions, chain, coverage } = certificate;
  const inForce = exceptions.filter((exception) => exception.inForce).length;
  const seats = chain?.levels.reduce((sum, level) => sum + level.seats, 0) ?? 0;
  return [
    [text('certificate.pdf.zones'), formatNumber(certificate.zoneCount)],
    [text('certificate.pdf.points'), formatNumber(certificate.pointCount)],
    [
      text('certificate.pdf.exceptions'),
      text('certificate.pdf.exceptionCount', { n: inForce, all: exceptions.length }),
    ],
    [text('certificate.pdf.seats'), chain ? formatNumber(seats) : '–'],
    [text('certificate.pdf.posts'), chain ? formatNumber(chain.posts) : '–'],
    [
      text('certificate.pdf.findings'),
      formatNumber(coverage.findings.length + (chain?.findings.length ?? 0)),
    ],
    [text('certificate.pdf.tolerance'), formatArea(coverage.balanceToleranceM2)],
  ] as const;
}

function drawHash(sheet: Sheet, { certificate, text }: Print, y: number): number {
  const { hash } = certificate;
  sheet.text(text('certificate.pdf.hash'), margin, y, { size: 9.5, weight: 600 });
  sheet.rule(margin, y + 5, textWidth, inks.ink, 0.8);
  sheet.text(hash.ground, margin, y + 18, { size: 10, fixed: true }, textWidth);
  return sheet.paragraph(text('certificate.pdf.hashHint'), margin, y + 31, textWidth, {
    size: 7.5,
    colour: inks.quiet,
  });
}

function drawSignatures(sheet: Sheet, { certificate, text }: Print, y: number): void {
  const width = (textWidth - 2 * gutter) / 3;
  const { unit, signer } = certificate.issuer;
  const fields = [
    [text('certificate.pdf.unit'), unit],
    [text('certificate.pdf.signer'), signer],
    [text('certificate.pdf.date'), ''],
  ] as const;
  fields.forEach(([label, value], i) => {
    const x = margin + i * (width + gutter);
    sheet.text(value, x, y - 4, { size: 10 }, width);
    sheet.rule(x, y, width, inks.ink, 0.7);
    sheet.text(label, x, y + 11, { size: 8, colour: inks.quiet });
  });
}

/** The page that says it all: verdicts, map, how the ground adds up, data hash, who signs. */
export function drawFirstPage(sheet: Sheet, print: Print): void {
  const { certificate, text } = print;
  drawHead(sheet, print);
  const top = margin + 54;
  drawVerdict(sheet, print, 'horizontal', margin, top);
  drawVerdict(sheet, print, 'vertical', margin + column + gutter, top);
  const { day, madeAt, product, language } = certificate;
  const made = text('certificate.pdf.made', {
    day: formatDay(day, language),
    time: `${madeAt.slice(0, 10)} ${madeAt.slice(11, 16)} (UTC${madeAt.slice(19)})`,
    version: product.version,
  });
  sheet.text(made, margin, top + 72, { size: 8.5, colour: inks.quiet }, textWidth);
  let y = drawMap(sheet, print, top + 80) + 22;
  const left = drawRows(sheet, text('cli.balance.title'), balanceRows(print), margin, y);
  drawRows(sheet, text('certificate.pdf.counts'), countRows(print), margin + column + gutter, y);
  y = drawHash(sheet, print, left + 10);
  drawSignatures(sheet, print, Math.max(y + 30, 768));
}
