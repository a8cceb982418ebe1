import { hasFormulaQuote } from '#shared/formats/sheet/formula-quote.ts';
import type { Table } from '#shared/formats/table.ts';
import type { Loss } from './writer.ts';

/** What readers of a format take from the ends of a text. */
export type Edges = 'kept' | 'trailing' | 'both' | 'bothAndQuote';

/** Whether a text comes back shorter: `.dbf` pads with blanks, sheets mark texts like formulas by a quote. */
function isShortened(text: string, edges: Edges): boolean {
  if (edges === 'trailing') return /[ \0]$/.test(text);
  return text.trim() !== text || (edges === 'bothAndQuote' && hasFormulaQuote(text));
}

/** Texts that come back without the blanks at their ends, and empty ones that come back as nothing. */
export function edgeLosses(tables: readonly Table[], edges: Edges): Loss[] {
  if (edges === 'kept') return [];
  let [shortened, empty] = [0, 0];
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (typeof cell !== 'string') continue;
        if (cell === '') empty += 1;
        else if (isShortened(cell, edges)) shortened += 1;
      }
    }
  }
  return [
    ...(shortened > 0 ? [{ key: 'edgesTrimmed', params: { count: shortened } }] : []),
    ...(empty > 0 ? [{ key: 'emptyTexts', params: { count: empty } }] : []),
  ];
}
