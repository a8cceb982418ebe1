import type { TableRow } from '#shared/formats/table.ts';
import { checkRecord } from './check-record.ts';
import type { ImportDraft } from './import-draft.ts';
import { RecordMatcher } from './match-record.ts';
import { type ImportSource, type PlanContext, RowRefused } from './plan.ts';
import { assignHolders, PostBook, readHolders } from './responsible.ts';
import { rowPosition } from './row-place.ts';
import { RowReader } from './row-reader.ts';
import { SchemeList } from './scheme-lists.ts';

/** Points with their kind and, where the row names one, their holder. */
export function planPoints(source: ImportSource, draft: ImportDraft, context: PlanContext) {
  const reader = new RowReader(source);
  const matcher = new RecordMatcher(draft, 'point', source, reader, context);
  const kinds = new SchemeList(draft, 'pointKinds', source.mapping);
  const posts = new PostBook(draft, context);

  const read = (row: TableRow) => {
    const position = rowPosition(row, reader, source.mapping.swapped);
    const name = reader.text(row, 'name', 200);
    if (name === '') throw new RowRefused('noName');
    const code = reader.text(row, 'code', 64);
    const kindText = reader.text(row, 'pointKind');
    const holders = { ...readHolders(row, reader), source: source.file };
    const { id, known } = matcher.match(row, name, code);
    const samePlace = known?.position[0] === position[0] && known.position[1] === position[1];
    const keepsKind = kindText === '' && known !== null;
    draft.put(
      checkRecord({
        kind: 'point',
        id,
        name,
        code: code || (known?.code ?? ''),
        pointKind: keepsKind ? known.pointKind : kinds.keyOf(kindText),
        position,
        address: reader.text(row, 'address', 500) || (known?.address ?? ''),
        attributes: reader.attributes(row, known?.attributes, samePlace),
      }),
    );
    assignHolders(draft, posts, { id, kind: 'point' }, holders, context);
  };
  return { read, kinds };
}
