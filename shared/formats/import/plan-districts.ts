import { sameRecord } from '#shared/edits/same-record.ts';
import type { TableRow } from '#shared/formats/table.ts';
import type { Area } from '#shared/model/geometry.ts';
import { checkRecord } from './check-record.ts';
import type { ImportDraft } from './import-draft.ts';
import { ownId } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { rowGeometry } from './row-place.ts';
import { RowReader } from './row-reader.ts';

/** The one outline of the district: new, or the new shape of the one that is there. */
export function planDistrict(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  return (row: TableRow) => {
    const rows = source.table.rows.length;
    if (rows > 1) throw new RowRefused('severalOutlines', { rows });
    const geometry = rowGeometry(row, source.mapping.swapped);
    if (!geometry.type.endsWith('Polygon')) {
      throw new RowRefused('notArea', { type: geometry.type });
    }
    const [known] = draft.all('district');
    const id = ownId(reader.text(row, 'id'));
    draft.put(
      checkRecord({
        kind: 'district',
        id: known?.id ?? (id && !draft.get(id) ? id : context.newId()),
        name: reader.text(row, 'name', 200) || (known?.name ?? ''),
        code: reader.text(row, 'code', 64) || (known?.code ?? ''),
        geometry: geometry as Area,
        source: reader.text(row, 'source') || (known ? known.source : source.file),
        licence: reader.text(row, 'licence') || (known?.licence ?? ''),
        reviewNumber: reader.text(row, 'reviewNumber', 100) || (known?.reviewNumber ?? ''),
        attributes: reader.attributes(
          row,
          known?.attributes,
          sameRecord(known?.geometry, geometry),
        ),
      }),
    );
  };
}
