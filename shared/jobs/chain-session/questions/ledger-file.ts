import * as z from 'zod';
import { type LedgerGroup, ledgerGroups } from '#shared/analysis/accountability-ledger.ts';
import { issuePosition } from '#shared/chain/open-issues.ts';
import { ledgerTables, type LedgerWords } from '#shared/formats/export/ledger-tables.ts';
import { listFile, listFormats } from '#shared/formats/list/list-file.ts';
import { ledgerOf } from '#shared/jobs/chain-session/ledger-book.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { maskPhone, maskPhonesIn } from '#shared/model/mask-phone.ts';
import { textAt } from '#shared/model/text-column.ts';
import { ledger, ledgerLine, period } from './ledger.ts';

const words = z.object({
  issues: z.string(),
  columns: z.record(z.string(), z.string()),
  /** Titles of the sums, by what they sum over. */
  groups: z.record(z.enum(ledgerGroups), z.string()),
  /** What has no unit, street or category is called, and a seat that was vacant. */
  none: z.string(),
  vacant: z.string(),
});

/** The ledger of a period as a file: sums over everything, and each issue with its chain of the day. */
export const ledgerFile = question({
  ask: z.object({
    ...period,
    format: z.enum(listFormats),
    /** Phone numbers in full, beside the names. */
    phones: z.boolean(),
    words,
  }),
  answer(view, { from, to, format, phones, words: given }): Uint8Array<ArrayBuffer> {
    const { records } = view;
    const classes = records.all('project')[0]?.schemes.issueClasses ?? [];
    const classNames = new Map(classes.map(({ key, name }) => [key, name]));
    const nameOf = (by: LedgerGroup, key: string | null): string => {
      if (key === null) return given.none;
      if (by === 'indicator') return classNames.get(key) ?? key;
      const record = records.get(key);
      return record && 'name' in record ? record.name : by === 'category' ? key : given.none;
    };
    const sums = ledgerGroups
      .map((by) => ({ by, rows: ledger.answer(view, { from, to, by }).sums }))
      .filter(({ by, rows }) => by !== 'person' || rows.length > 0)
      .map(({ by, rows }) => ({
        title: given.groups[by],
        rows: rows.map((row) => ({ ...row, name: nameOf(by, row.key) })),
      }));
    const who = (personId: string | null, person: string | null) => {
      if (person === null) return given.vacant;
      const phone = personId === null ? '' : (records.find('person', personId)?.phone ?? '');
      return `${person} ${phones ? phone : maskPhone(phone)}`.trim();
    };
    const issues = ledgerOf(view, { from, to }).entries.map((entry) => {
      const line = ledgerLine(entry, records);
      const { issue } = entry;
      const [longitude, latitude] = issuePosition(issue);
      const text = textAt(issue.chunk, issue.index);
      return {
        ...line,
        issueClass: classNames.get(line.issueClass) ?? line.issueClass,
        text: phones ? text : maskPhonesIn(text),
        street: line.street ?? given.none,
        chain: line.seats
          .map((seat) => `${seat.place} ${seat.role}：${who(seat.personId, seat.person)}`)
          .join('；'),
        longitude,
        latitude,
      };
    });
    return listFile(ledgerTables(sums, issues, given as LedgerWords), format);
  },
});
