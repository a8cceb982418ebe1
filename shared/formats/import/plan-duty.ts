import type { CellValue, TableRow } from '#shared/formats/table.ts';
import { parseClock } from '#shared/formats/values/clock.ts';
import { dayInName } from '#shared/formats/values/day-in-name.ts';
import { parseMoment } from '#shared/formats/values/moment.ts';
import { localDay, localDayStart } from '#shared/model/local-day.ts';
import { DutyBook } from './duty-book.ts';
import type { ImportDraft } from './import-draft.ts';
import { PersonFinder } from './person-finder.ts';
import { type ImportNote, type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { RowReader } from './row-reader.ts';

/** What lists write where somebody has not come. */
const notThere = /^(?:[-—–/\\×xX]+|无|否|未.*|缺.*|没.*|absent|none|no|n\/a)$/i;

/**
 * Duty lists (`names`: who is to be there, perhaps with the time of the check-in) and lists of
 * check-ins, for the days that their rows, the user or the file's name say.
 */
export function planDuty(
  source: ImportSource,
  draft: ImportDraft,
  context: PlanContext,
  names: boolean,
) {
  const reader = new RowReader(source);
  const { mapping, file } = source;
  const finder = new PersonFinder(draft, context, mapping.addUnknown);
  const offset = draft.all('project')[0]?.utcOffsetMinutes ?? 480;
  const times = reader.has('checkedAt');
  const book = new DutyBook(draft, context, {
    source: file,
    names,
    times,
    whoIs: (named) => finder.keyOf(named),
  });
  const usual = mapping.day ?? dayInName(file, context.today) ?? context.today;
  const seen = new Map<string, number>();
  let absent = 0;

  const momentOf = (cell: CellValue): number | null =>
    parseClock(cell) === null ? parseMoment(cell, offset) : null;

  const dayOf = (row: TableRow): string => {
    const cell = reader.cell(row, 'day');
    if (cell !== null && cell !== '') {
      const time = parseMoment(cell, offset);
      if (time !== null) return localDay(time, offset);
      throw new RowRefused('badDate', { column: reader.name('day'), value: String(cell) });
    }
    const moment = momentOf(reader.cell(row, 'checkedAt'));
    return moment === null ? usual : localDay(moment, offset);
  };

  /** Moment of the row's check-in; null when it says that there was none. */
  const timeOf = (row: TableRow, day: string): number | null => {
    const cell = reader.cell(row, 'checkedAt');
    if (cell === null || cell === '' || notThere.test(String(cell).trim())) return null;
    const clock = parseClock(cell);
    const moment = clock === null ? momentOf(cell) : localDayStart(day, offset) + clock;
    if (moment !== null) return moment;
    throw new RowRefused('badTime', {
      column: reader.name('checkedAt'),
      value: String(cell).slice(0, 40),
    });
  };

  const read = (row: TableRow) => {
    const name = reader.text(row, 'name', 200);
    const phone = reader.text(row, 'phone', 40);
    if (name === '' && phone === '') throw new RowRefused('noNameOrPhone');
    const day = dayOf(row);
    const at = times ? timeOf(row, day) : null;
    const organisation = reader.text(row, 'organisation', 200);
    const person = finder.find({ name, phone, organisation }, { file, row: row.number });
    const named = { personId: person?.id ?? null, name, phone };
    const { entries, checkIns } = book.of(day);
    if (names) {
      const key = `${day} ${person?.id ?? `${name} ${phone}`}`;
      const earlier = seen.get(key);
      if (earlier !== undefined) throw new RowRefused('duplicate', { row: earlier });
      seen.set(key, row.number);
      entries.push(named);
    }
    if (at !== null) checkIns.push({ ...named, at: new Date(at).toISOString() });
    else if (times) absent += 1;
  };

  const finish = (): ImportNote[] => {
    const notes = book.save();
    if (absent > 0) notes.push({ key: 'notCheckedIn', params: { count: absent } });
    return notes;
  };
  return { read, finish, finder };
}
