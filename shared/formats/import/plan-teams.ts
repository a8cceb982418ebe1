import type { TableRow } from '#shared/formats/table.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { checkRecord } from './check-record.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { namedPlace } from './named-place.ts';
import { PersonFinder } from './person-finder.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { parts } from './responsible.ts';
import { rowPosition } from './row-place.ts';
import { RowReader } from './row-reader.ts';

const onFoot = /步|徒|走|foot|walk/i;
/** A member with the phone behind, as in 张三（138…）. */
const withPhone = /^(.*?)[（(:：\s]\s*([-+\d\s]{5,})[)）]?$/;

/** Emergency teams with base, transport, phone and members; a team of the same name is brought up to date. */
export function planTeams(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const finder = new PersonFinder(draft, context, source.mapping.addUnknown);
  const seen = new Map<string, number>();

  /** Where the row says that the team stands; null when it says nothing. */
  const baseOf = (row: TableRow): LonLat | null => {
    const isEmpty = (field: 'longitude' | 'latitude') => reader.text(row, field) === '';
    const hasPosition = row.geometry || row.problem !== null;
    if (hasPosition || !isEmpty('longitude') || !isEmpty('latitude')) {
      return rowPosition(row, reader, source.mapping.swapped);
    }
    const place = reader.text(row, 'place', 500);
    return place === '' ? null : namedPlace(draft, place);
  };

  const membersOf = (row: TableRow): string[] => {
    const ids = parts(reader.text(row, 'members')).flatMap((text) => {
      const match = withPhone.exec(text);
      const [name, phone] = match ? [match[1] ?? '', match[2] ?? ''] : [text, ''];
      const wanted = { name: name.trim(), phone: phone.trim(), organisation: '' };
      const where = { file: source.file, row: row.number };
      return finder.find(wanted, where)?.id ?? [];
    });
    return [...new Set(ids)];
  };

  const read = (row: TableRow) => {
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    const key = lookupKey(name);
    const earlier = seen.get(key);
    if (earlier !== undefined) throw new RowRefused('duplicate', { row: earlier });
    const id = ownId(reader.text(row, 'id'));
    const called = draft.lookup('team', name);
    const known = (id === null ? undefined : draft.find('team', id)) ?? called[0];
    if (called.length > 1 && known === called[0]) {
      throw new RowRefused('placeAmbiguous', { place: name, count: called.length });
    }
    const base = baseOf(row) ?? known?.base;
    if (!base) throw new RowRefused('noBase');
    const transport = reader.text(row, 'transport', 60);
    draft.put(
      checkRecord({
        kind: 'team',
        id: known?.id ?? (id !== null && !draft.get(id) ? id : context.newId()),
        name,
        base,
        transport:
          transport === ''
            ? (known?.transport ?? 'vehicle')
            : onFoot.test(transport)
              ? 'foot'
              : 'vehicle',
        phone: reader.text(row, 'phone', 40) || (known?.phone ?? ''),
        memberIds: reader.has('members') ? membersOf(row) : (known?.memberIds ?? []),
      }),
    );
    seen.set(key, row.number);
  };
  return { read, finder };
}
