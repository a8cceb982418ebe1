import { sameRecord } from '#shared/edits/same-record.ts';
import type { TableRow } from '#shared/formats/table.ts';
import { checkRecord } from './check-record.ts';
import type { ImportDraft } from './import-draft.ts';
import { RecordMatcher } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { rowGeometry } from './row-place.ts';
import { RowReader } from './row-reader.ts';

/**
 * Base units; one without a name is called by its code, and one without either by its row and known again by
 * its ground.
 */
export function planBaseUnits(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const byGround = new Map(
    draft.all('baseUnit').map((unit) => [JSON.stringify(unit.geometry), unit] as const),
  );
  const matcher = new RecordMatcher(draft, 'baseUnit', source, reader, context);
  return (row: TableRow) => {
    const geometry = rowGeometry(row, source.mapping.swapped);
    if (!geometry.type.endsWith('Polygon')) {
      throw new RowRefused('notArea', { type: geometry.type });
    }
    const code = reader.text(row, 'code', 64);
    const name = reader.text(row, 'name', 200) || code;
    const there = name === '' ? (byGround.get(JSON.stringify(geometry)) ?? null) : null;
    const { id, known } =
      name === ''
        ? { id: there?.id ?? context.newId(), known: there }
        : matcher.match(row, name, code);
    draft.put(
      checkRecord({
        kind: 'baseUnit',
        id,
        name: name || (known?.name ?? String(row.number)),
        code: code || (known?.code ?? ''),
        geometry,
        attributes: reader.attributes(
          row,
          known?.attributes,
          sameRecord(known?.geometry, geometry),
        ),
      } as never),
    );
  };
}
