import type { Translate } from '#renderer/ui/use-text.ts';
import {
  type HandOverColumn,
  handOverColumns,
  type HandOverRow,
} from '#shared/formats/export/hand-over-tables.ts';
import type { HandOverIssue, HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import { maskPhonesIn } from '#shared/model/mask-phone.ts';
import { deadline, peopleWords, placeWords, unitName } from './party-words.ts';

/** Names of the list and its columns in the language of the window. */
export function handOverWords(text: Translate) {
  return {
    sheet: text('handOver.title'),
    columns: Object.fromEntries(
      handOverColumns.map((column) => [column, text(`handOver.column.${column}`)]),
    ) as Record<HandOverColumn, string>,
  };
}

/** An issue in one line: what it is, and by when. */
export function issueWords(issue: HandOverIssue, phones: boolean, offset: number): string {
  const { issueClass, text, dueAt } = issue;
  return [issueClass, phones ? text : maskPhonesIn(text), deadline(dueAt, offset)]
    .filter((part) => part !== '')
    .join(' ');
}

/** A sheet as rows of a list, unit by unit. */
export function handOverRows(
  { units, lines }: HandOverLines,
  text: Translate,
  phones: boolean,
  offset: number,
): HandOverRow[] {
  return units.flatMap((unit) =>
    (['receives', 'givesUp'] as const).flatMap((side) =>
      unit[side].flatMap((number): HandOverRow[] => {
        const line = lines[number];
        if (!line) return [];
        return [
          {
            unit: unitName(unit, text),
            side: text(`handOver.side.${side}`),
            role: line.role,
            place: placeWords(line, text),
            from: peopleWords(line.from, text, phones),
            to: peopleWords(line.to, text, phones),
            hectares: line.areaM2 === null ? null : Number((line.areaM2 / 10_000).toFixed(4)),
            points: line.points.length,
            issues: line.issues.length,
            due: deadline(line.nextDueAt, offset),
            pointNames: line.points.join('、'),
            issueTexts: line.issues.map((issue) => issueWords(issue, phones, offset)).join('；'),
          },
        ];
      }),
    ),
  );
}
