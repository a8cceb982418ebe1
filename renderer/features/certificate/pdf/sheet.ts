import { breakLines } from '#renderer/features/briefing/compose-png.ts';
import { type Page, pageHeight, pageWidth, pixelsPerPoint, type TextRun } from './page.ts';

const family = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif';
const monospace = 'ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace';

/** Colours of print, on white; greys without a tint, so that most pages need no colours at all. */
export const inks = {
  ink: '#1e1e1e',
  quiet: '#5f5f5f',
  line: '#cccccc',
  panel: '#f5f5f5',
  broken: '#b3261e',
  proved: '#1d6b3c',
  paper: '#ffffff',
} as const;

export interface TextStyle {
  size: number;
  weight?: 400 | 600;
  colour?: string;
  align?: 'left' | 'right' | 'centre';
  fixed?: boolean;
}

/** A page being drawn. All measures are points from the upper left corner. */
export class Sheet {
  readonly context: OffscreenCanvasRenderingContext2D;
  private readonly canvas: OffscreenCanvas;
  private readonly runs: TextRun[] = [];

  /**
   * @param dry true for a page that is only laid out, not painted, to see how many there will be
   * @throws Error when the browser cannot draw
   */
  constructor(dry = false) {
    this.canvas = dry
      ? new OffscreenCanvas(1, 1)
      : new OffscreenCanvas(
          Math.round(pageWidth * pixelsPerPoint),
          Math.round(pageHeight * pixelsPerPoint),
        );
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2d canvas');
    this.context = context;
    context.scale(pixelsPerPoint, pixelsPerPoint);
    this.box(0, 0, pageWidth, pageHeight, inks.paper);
  }

  private use({ size, weight = 400, fixed = false }: TextStyle): void {
    this.context.font = `${weight} ${size}px ${fixed ? monospace : family}`;
  }

  width(text: string, style: TextStyle): number {
    this.use(style);
    return this.context.measureText(text).width;
  }

  /** One line with its baseline at `y`; letters are set closer where it would pass `most`. */
  text(text: string, x: number, y: number, style: TextStyle, most = Infinity): void {
    if (text === '') return;
    const width = Math.min(most, this.width(text, style));
    const { align = 'left', colour = inks.ink, size } = style;
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    this.context.fillStyle = colour;
    this.context.fillText(text, left, y, most === Infinity ? undefined : most);
    this.runs.push({ text, x: left, y, width, size });
  }

  /** Lines of a text that may be `most` wide; a word that is wider itself is cut. */
  lines(text: string, most: number, style: TextStyle): string[] {
    this.use(style);
    const measure = (part: string) => this.context.measureText(part).width;
    return breakLines(measure, text, most).flatMap((line) => {
      const parts: string[] = [];
      let rest = line;
      while (measure(rest) > most && rest.length > 1) {
        let fits = rest.length - 1;
        while (fits > 1 && measure(rest.slice(0, fits)) > most) fits--;
        parts.push(rest.slice(0, fits));
        rest = rest.slice(fits);
      }
      return [...parts, rest];
    });
  }

  /** A text in lines from baseline `y` on. Answers the baseline after the last one. */
  paragraph(text: string, x: number, y: number, most: number, style: TextStyle): number {
    const leading = style.size * 1.5;
    const lines = this.lines(text, most, style);
    lines.forEach((line, i) => this.text(line, x, y + i * leading, style, most));
    return y + lines.length * leading;
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.context.fillStyle = colour;
    this.context.fillRect(x, y, width, height);
  }

  frame(x: number, y: number, width: number, height: number, colour: string, thick = 0.6): void {
    this.context.strokeStyle = colour;
    this.context.lineWidth = thick;
    this.context.strokeRect(x, y, width, height);
  }

  rule(x: number, y: number, width: number, colour: string = inks.line, thick = 0.5): void {
    this.box(x, y, width, thick, colour);
  }

  page(): Page {
    const { width, height } = this.canvas;
    const { data } = this.context.getImageData(0, 0, width, height);
    return { picture: { width, height, data }, runs: this.runs };
  }
}
