import {
  margin,
  pageHeight,
  pageWidth,
  textWidth,
} from '#renderer/features/certificate/pdf/page.ts';
import { PdfFile } from '#renderer/features/certificate/pdf/pdf-file.ts';
import { inks, Sheet } from '#renderer/features/certificate/pdf/sheet.ts';
import { type TableContent, TablePrinter } from '#renderer/features/certificate/pdf/table.ts';
import type { Translate } from '#renderer/ui/use-text.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import type { HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import type { Locale } from '#shared/model/locale.ts';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';
import { deadline, hectares, peopleWords, placeWords, unitName } from './party-words.ts';

/** What the pages are printed from. */
export interface HandOverPrint {
  sheet: HandOverLines;
  project: string;
  effectiveOn: string;
  /** Whether people, zones and issues are made up, as in the sample. */
  invented: boolean;
  phones: boolean;
  offset: number;
  locale: Locale;
  text: Translate;
}

type Unit = HandOverLines['units'][number];

function linesTable(print: HandOverPrint, unit: Unit, side: 'receives' | 'givesUp'): TableContent {
  const { text, sheet, phones, offset } = print;
  const number = { align: 'right' as const };
  return {
    title: text(`handOver.${side}`, { count: unit[side].length }),
    empty: text('handOver.none'),
    columns: [
      { title: text('handOver.column.role'), width: 50 },
      { title: text('handOver.column.place'), width: 114 },
      { title: text('handOver.column.from'), width: 87 },
      { title: text('handOver.column.to'), width: 87 },
      { title: text('handOver.column.hectares'), width: 50, ...number },
      { title: text('handOver.column.points'), width: 32, ...number },
      { title: text('handOver.column.issues'), width: 36, ...number },
      { title: text('handOver.column.due'), width: 55, ...number },
    ],
    rows: unit[side].flatMap((at) => {
      const line = sheet.lines[at];
      if (!line) return [];
      return [
        [
          line.role,
          placeWords(line, text),
          peopleWords(line.from, text, phones),
          peopleWords(line.to, text, phones),
          hectares(line),
          formatNumber(line.points.length),
          formatNumber(line.issues.length),
          deadline(line.nextDueAt, offset).slice(0, 10),
        ],
      ];
    }),
  };
}

/** Points and open issues that come or go with the lines of a unit. */
function goodsTables(print: HandOverPrint, unit: Unit): TableContent[] {
  const { text, sheet, phones, offset } = print;
  const sides = (['receives', 'givesUp'] as const).flatMap((side) =>
    unit[side].flatMap((at) => {
      const line = sheet.lines[at];
      return line ? [{ line, side: text(`handOver.side.${side}`) }] : [];
    }),
  );
  const points = sides
    .filter(({ line }) => line.points.length > 0)
    .map(({ line, side }) => [side, placeWords(line, text), line.points.join('、')]);
  const issues = sides.flatMap(({ line, side }) =>
    line.issues.map((issue) => [
      side,
      placeWords(line, text),
      issue.issueClass,
      phones ? issue.text : maskPhonesIn(issue.text),
      deadline(issue.dueAt, offset),
    ]),
  );
  const tables: TableContent[] = [];
  if (points.length > 0) {
    tables.push({
      title: text('handOver.pointsAlong'),
      empty: '',
      columns: [
        { title: text('handOver.column.side'), width: 44 },
        { title: text('handOver.column.place'), width: 120 },
        { title: text('handOver.column.pointNames'), width: 347 },
      ],
      rows: points,
    });
  }
  if (issues.length > 0) {
    tables.push({
      title: text('handOver.issuesAlong'),
      empty: '',
      columns: [
        { title: text('handOver.column.side'), width: 44 },
        { title: text('handOver.column.place'), width: 120 },
        { title: text('handOver.column.class'), width: 82 },
        { title: text('handOver.column.issue'), width: 175 },
        { title: text('handOver.column.due'), width: 90, align: 'right' },
      ],
      rows: issues,
    });
  }
  return tables;
}

function drawHead(sheet: Sheet, print: HandOverPrint, unit: Unit): number {
  const { text, project, effectiveOn, invented } = print;
  sheet.text(text('handOver.title'), margin, margin + 22, { size: 24, weight: 600 });
  sheet.text(unitName(unit, text), margin, margin + 46, { size: 14, weight: 600 }, textWidth - 190);
  const right = pageWidth - margin;
  sheet.text(project, right, margin + 46, { size: 10, align: 'right' }, 180);
  const facts = [text('handOver.effective', { day: effectiveOn })];
  if (invented) facts.push(text('certificate.pdf.invented'));
  sheet.text(facts.join(' · '), margin, margin + 63, { size: 9, colour: inks.quiet }, textWidth);
  sheet.rule(margin, margin + 71, textWidth, inks.ink, 0.8);
  return margin + 94;
}

const signers = ['giver', 'receiver', 'witness', 'date'] as const;

function drawSignatures({ sheet, y }: { sheet: Sheet; y: number }, text: Translate): void {
  const gap = 14;
  const width = (textWidth - gap * (signers.length - 1)) / signers.length;
  signers.forEach((signer, i) => {
    const x = margin + i * (width + gap);
    sheet.rule(x, y + 40, width, inks.ink, 0.7);
    sheet.text(text(`handOver.sign.${signer}`), x, y + 51, { size: 8, colour: inks.quiet });
  });
}

function drawFoot(sheet: Sheet, print: HandOverPrint, unit: Unit, page: number, total: number) {
  const { text, project, effectiveOn } = print;
  const y = pageHeight - 28;
  const style = { size: 7.5, colour: inks.quiet };
  sheet.rule(margin, y - 12, textWidth);
  const whose = [project, unitName(unit, text), effectiveOn].join(' · ');
  sheet.text(whose, margin, y, style, textWidth - 80);
  sheet.text(text('certificate.pdf.page', { number: page, total }), pageWidth - margin, y, {
    ...style,
    align: 'right',
  });
}

/** The sheets of one unit. */
function sheetsOf(print: HandOverPrint, unit: Unit): Sheet[] {
  const first = new Sheet();
  const y = drawHead(first, print, unit);
  const printer = new TablePrinter(() => new Sheet(), { sheet: first, y });
  const tables = [
    linesTable(print, unit, 'receives'),
    linesTable(print, unit, 'givesUp'),
    ...goodsTables(print, unit),
  ];
  for (const table of tables) {
    // Full sheets gather in the printer.
    for (const _ of printer.print(table));
  }
  drawSignatures(printer.room(70), print.text);
  return [...printer.done, printer.last];
}

/**
 * The hand-over sheet as PDF: A4, a set of pages with its own numbers for each unit, to be signed by
 * both sides; with turns for the window in between.
 * @throws the signal's reason when cancelled; Error when the browser cannot draw
 */
export async function printHandOver(
  print: HandOverPrint,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { units } = print.sheet;
  const file = await PdfFile.create({
    title: [print.text('handOver.title'), print.project, print.effectiveOn].join(' '),
    author: print.project,
    language: print.locale,
    madeAt: new Date(),
  });
  for (const [done, unit] of units.entries()) {
    const sheets = sheetsOf(print, unit);
    for (const [i, sheet] of sheets.entries()) {
      drawFoot(sheet, print, unit, i + 1, sheets.length);
      file.add(sheet.page());
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
    }
    onProgress((done + 1) / units.length);
  }
  return file.bytes();
}
