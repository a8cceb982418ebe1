import { sameRecord } from '#shared/edits/same-record.ts';
import type { TableRow } from '#shared/formats/table.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { checkRecord } from './check-record.ts';
import { ParentFinder } from './find-parent.ts';
import type { ImportDraft } from './import-draft.ts';
import { RecordMatcher } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { assignHolders, PostBook, readHolders } from './responsible.ts';
import { rowGeometry } from './row-place.ts';
import { RowReader } from './row-reader.ts';
import { zoneShape } from './zone-shape.ts';

type AreaKind = 'street' | 'community' | 'zone';

const parentKinds: Record<AreaKind, readonly ('street' | 'community')[]> = {
  street: [],
  community: ['street'],
  zone: ['community', 'street'],
};

const listed = /[、,，;；|]+/;

/** Streets, communities or zones, each with the parent that its row names or its ground gives it. */
export function planAreas(
  kind: AreaKind,
  source: ImportSource,
  draft: ImportDraft,
  context: PlanContext,
) {
  const reader = new RowReader(source);
  const matcher = new RecordMatcher(draft, kind, source, reader, context);
  const parents = new ParentFinder(draft, parentKinds[kind]);
  const posts = new PostBook(draft, context);

  const parentOf = (row: TableRow, geometry: ReturnType<typeof rowGeometry>) => {
    const text = reader.text(row, 'parent');
    return (text ? parents.byName(text) : null) ?? parents.byGround(geometry);
  };

  return (row: TableRow) => {
    const geometry = rowGeometry(row, source.mapping.swapped);
    if (kind !== 'zone' && !geometry.type.endsWith('Polygon')) {
      throw new RowRefused('notArea', { type: geometry.type });
    }
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    const code = reader.text(row, 'code', 64);
    const [district] = draft.all('district');
    if (kind === 'street' && !district) throw new RowRefused('noDistrict');
    const shape = kind === 'zone' ? zoneShape(row, reader, geometry) : { geometry };
    const holders = { ...readHolders(row, reader), source: source.file };
    const { id, known } = matcher.match(row, name, code);
    const common = {
      id,
      name,
      code: code || (known?.code ?? ''),
      attributes: reader.attributes(row, known?.attributes, sameRecord(known?.geometry, geometry)),
    };
    const parentId = kind === 'street' ? null : parentOf(row, geometry);
    const record = { kind, ...common, ...shape, ...parentFields(kind, district?.id, parentId) };
    const categories = known?.kind === 'zone' ? known.categories : [];
    draft.put(
      checkRecord(
        (kind === 'zone'
          ? {
              ...record,
              categories: reader.has('categories') ? categoriesOf(row, reader) : categories,
            }
          : record) as AnyRecord,
      ),
    );
    assignHolders(draft, posts, { id, kind }, holders, context);
  };
}

function parentFields(kind: AreaKind, districtId: string | undefined, parentId: string | null) {
  if (kind === 'street') return { districtId };
  return kind === 'community' ? { streetId: parentId } : { parentId };
}

function categoriesOf(row: TableRow, reader: RowReader): string[] {
  return reader
    .text(row, 'categories')
    .split(listed)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
