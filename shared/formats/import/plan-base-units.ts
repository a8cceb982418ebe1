import { sameRecord } from '#shared/edits/same-record.ts';
import type { TableRow } from '#shared/formats/table.ts';
import type { BaseUnit } from '#shared/model/base-unit.ts';
import { checkRecord } from './check-record.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { RecordMatcher } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { rowGeometry } from './row-place.ts';
import { RowReader } from './row-reader.ts';

/** What a base unit is called that has neither name nor code, by its row. */
const madeName = (row: TableRow) => `#${row.number}`;

/** Whether a name may be one by row, which tells nothing in another file. */
const isMadeName = (name: string) => /^#\d+$/.test(lookupKey(name));

/**
 * Base units; one without a name is called by its code, and one without either by its row. Those that
 * neither id nor code nor a name of their own tells are known again by their ground.
 */
export function planBaseUnits(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const byGround = new Map<string, BaseUnit>();
  for (const unit of draft.all('baseUnit')) byGround.set(JSON.stringify(unit.geometry), unit);
  const matcher = new RecordMatcher(draft, 'baseUnit', source, reader, context);

  const put = (unit: BaseUnit, ground: string, known: BaseUnit | null) => {
    draft.put(unit);
    const before = known && JSON.stringify(known.geometry);
    if (before !== null && byGround.get(before)?.id === unit.id) byGround.delete(before);
    byGround.set(ground, unit);
  };

  return (row: TableRow) => {
    const geometry = rowGeometry(row, source.mapping.swapped);
    if (!geometry.type.endsWith('Polygon')) {
      throw new RowRefused('notArea', { type: geometry.type });
    }
    const ground = JSON.stringify(geometry);
    const code = reader.text(row, 'code', 64);
    const name = reader.text(row, 'name', 200);
    const { id, known } = matcher.match(row, isMadeName(name) ? '' : name, code, {
      title: name || code || madeName(row),
      ground: byGround.get(ground) ?? null,
    });
    const kept = known && !isMadeName(known.name) ? known.name : '';
    const unit = checkRecord({
      kind: 'baseUnit',
      id,
      name: name || kept || code || (known?.name ?? madeName(row)),
      code: code || (known?.code ?? ''),
      geometry,
      attributes: reader.attributes(row, known?.attributes, sameRecord(known?.geometry, geometry)),
    } as never);
    put(unit as BaseUnit, ground, known);
  };
}
