import type { TableRow } from '#shared/formats/table.ts';
import { parseMoment } from '#shared/formats/values/moment.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { ensureOrganisation, ensurePerson, PostBook, roleForLevel } from './responsible.ts';
import { RowReader } from './row-reader.ts';

const levels = ['point', 'zone', 'community', 'street', 'district'] as const;

/** The one place that `text` means among some levels. */
function findPlace(draft: ImportDraft, text: string, among: readonly PostLevel[]) {
  const found = among.flatMap((level) => draft.lookup(level, text));
  if (found.length === 1) return found[0] as (typeof found)[number];
  const place = text.slice(0, 60);
  if (found.length === 0) throw new RowRefused('placeUnknown', { place });
  throw new RowRefused('placeAmbiguous', { place, count: found.length });
}

/** People with their organisation and, where role and place are given, the post they hold. */
export function planPeople(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const posts = new PostBook(draft, context);
  const offset = draft.all('project')[0]?.utcOffsetMinutes ?? 480;
  const roles = draft.all('project')[0]?.schemes.roles ?? [];
  const seen = new Map<string, number>();

  const findRole = (text: string): Role | null => {
    if (text === '') return null;
    const key = lookupKey(text);
    const role = roles.find((one) => [one.key, one.name].some((name) => lookupKey(name) === key));
    if (!role) throw new RowRefused('roleUnknown', { role: text.slice(0, 60) });
    return role;
  };

  const day = (row: TableRow, field: 'from' | 'to'): string | null => {
    const cell = reader.cell(row, field);
    if (cell === null || cell === '') return null;
    const time = parseMoment(cell, offset);
    if (time === null) {
      throw new RowRefused('badDate', { column: reader.name(field), value: String(cell) });
    }
    return localDay(time, offset);
  };

  /** Role and place of the row, null when it gives neither; either alone must be enough to know the other. */
  const postOf = (row: TableRow) => {
    const placeText = reader.text(row, 'place');
    const role = findRole(reader.text(row, 'role'));
    if (placeText === '' && role?.level !== 'district') return null;
    const [district] = draft.all('district');
    const place =
      placeText === '' ? district : findPlace(draft, placeText, role ? [role.level] : levels);
    if (!place) throw new RowRefused('noDistrict');
    const key = role?.key ?? roleForLevel(draft, place.kind);
    if (key === null) throw new RowRefused('noRole', { place: place.name });
    const from = day(row, 'from') ?? context.today;
    const to = day(row, 'to');
    if (to !== null && to < from) throw new RowRefused('endsBeforeStart', { from, to });
    return { role: key, level: place.kind, targetId: place.id, from, to, source: source.file };
  };

  return (row: TableRow) => {
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    const phone = reader.phone(row, 40);
    const post = postOf(row);
    const organisation = reader.text(row, 'organisation', 200);
    const key = JSON.stringify([name, phone, organisation, post]);
    const earlier = seen.get(key);
    if (earlier !== undefined) throw new RowRefused('duplicate', { row: earlier });
    seen.set(key, row.number);
    const organisationId = ensureOrganisation(draft, organisation, context);
    const id = ownId(reader.text(row, 'id'));
    const personId = ensurePerson(draft, { id, name, phone, organisationId }, context);
    if (post) posts.assign({ ...post, personIds: [personId] });
  };
}
