import type { Translate } from '#renderer/ui/use-text.ts';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { margin, pageHeight, pageWidth, textWidth } from './page.ts';
import { inks, type Sheet } from './sheet.ts';

/** What all pages of a certificate are printed from. */
export interface Print {
  certificate: Certificate;
  text: Translate;
  /** The map of the whole district, and metres of ground to a point of the page. */
  map: { picture: CanvasImageSource; metresPerPoint: number };
  /** Pages in all. */
  total: number;
}

/** Lowest baseline of what is printed above the foot of a page. */
export const lowest = pageHeight - 52;

/** Foot of every page: which certificate it belongs to, and its number. */
export function drawFoot(sheet: Sheet, print: Print, number: number): void {
  const { certificate, text, total } = print;
  const y = pageHeight - 28;
  const style = { size: 7.5, colour: inks.quiet };
  sheet.rule(margin, y - 12, textWidth);
  const { hash, district, madeAt } = certificate;
  const whose = [district?.name ?? '', madeAt.slice(0, 10), `SHA-256 ${hash.ground.slice(0, 16)}…`];
  sheet.text(whose.filter((part) => part !== '').join(' · '), margin, y, style);
  sheet.text(text('certificate.pdf.page', { number, total }), pageWidth - margin, y, {
    ...style,
    align: 'right',
  });
}
