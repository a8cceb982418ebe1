import type { TableRow } from '#shared/formats/table.ts';
import { parseMoment } from '#shared/formats/values/moment.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import type { Role } from '#shared/model/scheme.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { ensureOrganisation, ensurePerson, PostBook, roleForLevel } from './responsible.ts';
import { RowReader } from './row-reader.ts';

const levels = ['point', 'zone', 'community', 'street', 'district'] as const;

/** The one place that `text` means among some levels, of several the one below `parent`, if that is named. */
function findPlace(draft: ImportDraft, text: string, among: readonly PostLevel[], parent: string) {
  const found = among.flatMap((level) => draft.lookup(level, text));
  const below =
    found.length > 1 && parent !== ''
      ? found.filter((place) => isBelow(draft, place, parent))
      : found;
  const [first] = below;
  if (first && below.length === 1) return first;
  const place = text.slice(0, 60);
  if (found.length === 0) throw new RowRefused('placeUnknown', { place });
  throw new RowRefused('placeAmbiguous', { place, count: found.length });
}

/** Whether a street or community called `parent` is above a place, as the records name what is above. */
function isBelow(draft: ImportDraft, place: RecordOf<PostLevel>, parent: string): boolean {
  const parents = new Set(
    (['street', 'community'] as const).flatMap((kind) =>
      draft.lookup(kind, parent).map(({ id }) => id),
    ),
  );
  let at: AnyRecord | undefined = place;
  for (let step = 0; at && step < 3; step++) {
    const above: string | null =
      at.kind === 'zone' ? at.parentId : at.kind === 'community' ? at.streetId : null;
    if (above !== null && parents.has(above)) return true;
    at = draft.get(above ?? '');
  }
  return false;
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
    const role = findRole(reader.text(row, 'role'));
    const parent = reader.text(row, 'parent');
    // A list of streets names them where other lists name what a place belongs to.
    const isParent = role?.level === 'street' || role?.level === 'community';
    const placeText = reader.text(row, 'place') || (isParent ? parent : '');
    if (placeText === '' && role?.level !== 'district') return null;
    const [district] = draft.all('district');
    const place =
      placeText === ''
        ? district
        : findPlace(draft, placeText, role ? [role.level] : levels, parent);
    if (!place) throw new RowRefused('noDistrict');
    const key = role?.key ?? roleForLevel(draft, place.kind);
    if (key === null) throw new RowRefused('noRole', { place: place.name });
    const [from, to] = [day(row, 'from'), day(row, 'to')];
    const start = from ?? context.today;
    if (to !== null && to < start) throw new RowRefused('endsBeforeStart', { from: start, to });
    const said = reader.text(row, 'source');
    return {
      role: key,
      level: place.kind,
      targetId: place.id,
      from: start,
      to,
      source: said || source.file,
      given: { ...(from && { from }), ...(to && { to }), ...(said && { source: said }) },
    };
  };

  /** Somebody of that name who holds the role at the place already. */
  const holderNamed = (name: string, post: { role: string; targetId: string }) =>
    posts
      .postsOf(post.targetId)
      .filter(({ role }) => role === post.role)
      .map(({ personId }) => draft.find('person', personId ?? ''))
      .find((person) => person && lookupKey(person.name) === lookupKey(name));

  const refuseNamesakes = (name: string) => {
    const count = draft
      .lookup('person', name)
      .filter((person) => lookupKey(person.name) === lookupKey(name)).length;
    if (count > 1) throw new RowRefused('personAmbiguous', { person: name.slice(0, 60), count });
  };

  return (row: TableRow) => {
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    const phone = reader.text(row, 'phone', 40);
    const post = postOf(row);
    const organisation = reader.text(row, 'organisation', 200);
    const key = JSON.stringify([name, phone, organisation, post]);
    const earlier = seen.get(key);
    if (earlier !== undefined) throw new RowRefused('duplicate', { row: earlier });
    seen.set(key, row.number);
    const deputy = post ? reader.text(row, 'deputy', 200) : '';
    const id = ownId(reader.text(row, 'id')) ?? (post && holderNamed(name, post)?.id) ?? null;
    if (id === null && phone === '' && organisation === '') refuseNamesakes(name);
    if (deputy !== '' && lookupKey(deputy) === lookupKey(name)) throw new RowRefused('ownDeputy');
    if (deputy !== '') refuseNamesakes(deputy);
    const organisationId = ensureOrganisation(draft, organisation, context);
    const personId = ensurePerson(draft, { id, name, phone, organisationId }, context);
    if (!post) return;
    const unknown = { phone: '', organisationId: null };
    const deputyId =
      deputy === '' ? null : ensurePerson(draft, { name: deputy, ...unknown }, context);
    const given = { ...post.given, ...(deputyId && { deputyId }) };
    posts.assign({ ...post, given, deputyId, personIds: [personId] });
  };
}
