import { textKey } from '#renderer/ui/text-key.ts';
import { mapHeight, mapWidth } from './map-size.ts';
import { margin } from './page.ts';
import { type Print, printedSigns } from './print.ts';
import { inks, type Sheet } from './sheet.ts';

/** A round length that is at most `most` points long on the page. */
function roundLength(metresPerPoint: number, most: number): number {
  const longest = metresPerPoint * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  return power * ([5, 2, 1].find((digit) => digit * power <= longest) ?? 1);
}

function drawScale(sheet: Sheet, metresPerPoint: number, x: number, y: number): void {
  const metres = roundLength(metresPerPoint, 90);
  const length = metres / metresPerPoint;
  sheet.box(x - 5, y - 15, length + 10, 20, '#ffffffd9');
  sheet.box(x, y - 1, length, 1, inks.ink);
  sheet.box(x, y - 4, 1, 4, inks.ink);
  sheet.box(x + length - 1, y - 4, 1, 4, inks.ink);
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  sheet.text(label, x + length / 2, y - 5, { size: 7.5, align: 'centre' });
}

function drawNorth(sheet: Sheet, x: number, y: number): void {
  const { context } = sheet;
  sheet.box(x - 9, y - 15, 18, 30, '#ffffffd9');
  context.fillStyle = inks.ink;
  context.beginPath();
  context.moveTo(x, y - 12);
  context.lineTo(x + 5, y + 2);
  context.lineTo(x, y - 1);
  context.lineTo(x - 5, y + 2);
  context.fill();
  sheet.text('N', x, y + 12, { size: 8, weight: 600, align: 'centre' });
}

function swatch(sheet: Sheet, { signs }: Print, name: string, x: number, y: number): void {
  const image = signs[name];
  if (image) {
    const tile = new OffscreenCanvas(image.data.width, image.data.height);
    tile.getContext('2d')?.putImageData(image.data, 0, 0);
    const pattern = sheet.context.createPattern(tile, 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(0.6 / image.pixelRatio));
    sheet.context.fillStyle = pattern ?? inks.panel;
    sheet.context.fillRect(x, y - 7, 13, 8);
  }
  sheet.frame(x, y - 7, 13, 8, name === 'exception' ? inks.quiet : inks.broken);
}

/** The map in its frame with scale and north, and beneath it what its signs mean. */
export function drawMap(sheet: Sheet, print: Print, top: number): number {
  const { map, text, certificate } = print;
  sheet.context.imageSmoothingQuality = 'high';
  sheet.context.drawImage(map.picture, margin, top, mapWidth, mapHeight);
  sheet.frame(margin, top, mapWidth, mapHeight, inks.quiet);
  drawScale(sheet, map.metresPerPoint, margin + 12, top + mapHeight - 10);
  drawNorth(sheet, margin + mapWidth - 18, top + 24);

  const y = top + mapHeight + 14;
  let x = margin;
  for (const name of printedSigns) {
    const label = text(textKey(`certificate.pdf.sign.${name}`));
    swatch(sheet, print, name, x, y);
    sheet.text(label, x + 17, y, { size: 8 });
    x += 17 + sheet.width(label, { size: 8 }) + 14;
  }
  const { reviewNumber } = certificate.issuer;
  const review =
    reviewNumber === ''
      ? text('certificate.pdf.noReviewNumber')
      : text('certificate.pdf.reviewNumber', { number: reviewNumber });
  sheet.text(review, margin + mapWidth, y, { size: 8, align: 'right' });
  return y;
}
