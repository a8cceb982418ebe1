import type { Translate } from '#renderer/ui/text-key.ts';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import type { MapImage } from '#renderer/map/canvas-image.ts';
import { margin, pageHeight, pageWidth, textWidth } from './page.ts';
import { inks, type Sheet } from './sheet.ts';

/** Signs of the map that are explained beneath it. */
export const printedSigns = ['gap', 'overlap', 'outside', 'exception'] as const;

/** What all pages of a certificate are printed from. */
export interface Print {
  certificate: Certificate;
  text: Translate;
  /** The map of the whole district, and metres of ground to a point of the page. */
  map: { picture: CanvasImageSource; metresPerPoint: number };
  /** Pictures of the map's signs by their names, as {@link printedSigns} lists them. */
  signs: Readonly<Record<string, MapImage>>;
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
