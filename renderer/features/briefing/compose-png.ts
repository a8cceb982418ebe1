import type { Scene } from '#shared/model/scene.ts';

/** Colours of the words on a picture, as CSS colours. */
export interface WordColours {
  ink: string;
  quiet: string;
  plate: string;
}

const family = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif';

/** A line of text broken where it would pass `width` pixels; Chinese may break after any character. */
export function breakLines(
  measure: (text: string) => number,
  text: string,
  width: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[\p{Script=Han}，。、；：！？]|[^\p{Script=Han}\s]+\s*|\s+/gu) ??
    []) {
    if (line !== '' && measure(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * Picture of a scene: the map as shown, with the words laid over it as on the screen.
 * @throws Error when the browser cannot draw or encode the picture.
 */
export async function composePng(
  map: Blob,
  scene: Scene,
  colours: WordColours,
  footer: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(map);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.drawImage(picture, 0, 0);
  picture.close();

  const unit = canvas.height / 100;
  const plateWidth = Math.min(canvas.width * 0.42, unit * 74);
  const left = unit * 4;
  const inner = plateWidth - unit * 6;
  const measure = (text: string) => context.measureText(text).width;

  context.font = `600 ${unit * 5}px ${family}`;
  const title = breakLines(measure, scene.title, inner);
  context.font = `400 ${unit * 2.8}px ${family}`;
  const sentence = breakLines(measure, scene.sentence, inner);
  const numbersHeight = scene.numbers.length > 0 ? unit * 14 : 0;
  const height = unit * 6 + title.length * unit * 6 + numbersHeight + sentence.length * unit * 4.2;
  const top = canvas.height - height - unit * 5;

  context.fillStyle = colours.plate;
  context.beginPath();
  context.roundRect(left, top, plateWidth, height, unit * 0.8);
  context.fill();

  let y = top + unit * 3;
  context.textBaseline = 'top';
  context.fillStyle = colours.ink;
  context.font = `600 ${unit * 5}px ${family}`;
  for (const line of title) {
    context.fillText(line, left + unit * 3, y);
    y += unit * 6;
  }
  if (numbersHeight > 0) {
    y += unit;
    const step = inner / 3;
    for (const [index, number] of scene.numbers.entries()) {
      const x = left + unit * 3 + index * step;
      context.fillStyle = colours.ink;
      context.font = `600 ${unit * 5}px ${family}`;
      context.fillText(number.value, x, y, step - unit);
      context.fillStyle = colours.quiet;
      context.font = `400 ${unit * 2.2}px ${family}`;
      context.fillText(number.label, x, y + unit * 6.6, step - unit);
    }
    y += unit * 12;
  }
  context.fillStyle = colours.ink;
  context.font = `400 ${unit * 2.8}px ${family}`;
  for (const line of sentence) {
    context.fillText(line, left + unit * 3, y);
    y += unit * 4.2;
  }
  context.fillStyle = colours.quiet;
  context.font = `400 ${unit * 1.8}px ${family}`;
  context.textAlign = 'right';
  context.fillText(footer, canvas.width - unit * 2, canvas.height - unit * 3.4);

  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
