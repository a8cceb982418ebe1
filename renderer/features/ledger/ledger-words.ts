import type { Translate } from '#renderer/ui/use-text.ts';
import { ledgerGroups } from '#shared/analysis/accountability-ledger.ts';
import { ledgerColumns } from '#shared/formats/export/ledger-tables.ts';
import type { AskOf } from '#shared/jobs/chain-session/questions.ts';

/** Words of a ledger's file in the language of the window. */
export function ledgerWords(text: Translate): AskOf<'ledgerFile'>['words'] {
  const columns = [...ledgerColumns.sum, ...ledgerColumns.issue];
  return {
    issues: text('ledger.sheet'),
    columns: Object.fromEntries(columns.map((column) => [column, text(`ledger.column.${column}`)])),
    groups: Object.fromEntries(ledgerGroups.map((by) => [by, text(`ledger.by.${by}`)])) as Record<
      (typeof ledgerGroups)[number],
      string
    >,
    none: text('ledger.none'),
    vacant: text('ledger.vacant'),
  };
}
