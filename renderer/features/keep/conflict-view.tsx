import { Radio } from 'antd';
import { chooseSide, useMergeShown } from '#renderer/state/keep/merge-shown.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { formatArea, formatMoment } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { LastEdit, MergeConflict } from '#shared/merge/plan-merge.ts';
import type { Choice } from '#shared/merge/settle.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { fieldDifferences } from './field-differences.ts';
import styles from './keep.module.css';
import { recordName } from './record-name.ts';

export const conflictRecord = ({ mine, theirs }: MergeConflict) => (mine ?? theirs) as AnyRecord;

const shapeOf = (record: AnyRecord | null) => {
  if (!record) return null;
  if ('geometry' in record) return record.geometry;
  if (record.kind === 'point') return record.position;
  return record.kind === 'team' ? record.base : null;
};

/** One conflict: what differs, side by side, and the choice; the map shows both shapes. */
export function ConflictView({ conflict }: { conflict: MergeConflict }) {
  const text = useText();
  const { document, project } = useProjectParts('document', 'project', 'revision');
  const choice = useMergeShown((state) => state.choices.get(conflict.id));
  const apart = useMergeShown((state) => state.apart);
  const { mine, theirs } = conflict;
  const record = conflictRecord(conflict);
  const name = recordName(record, document);
  const offset = project?.utcOffsetMinutes ?? 0;
  const hasShape = shapeOf(mine) !== null || shapeOf(theirs) !== null;
  const isMoved = hasShape && !sameRecord(shapeOf(mine), shapeOf(theirs));
  const isGround = apart !== null && apart.onlyMineM2 + apart.onlyTheirsM2 > 0;
  const nameOf = (id: string) => {
    const named = document?.get(id);
    return named ? recordTitle(named) : null;
  };
  const fields = mine && theirs ? fieldDifferences(mine, theirs, nameOf) : [];
  const lastEdit = (by: LastEdit, side: Choice) => {
    if (!by) return text('keep.merge.unknown');
    const who = by.author || text(textKey(`keep.merge.${side}`));
    const what = text(textKey(by.label.key), by.label.params);
    return text('keep.merge.by', { who, when: formatMoment(Date.parse(by.time), offset), what });
  };
  return (
    <section className={styles.conflict} aria-label={name}>
      <h3>
        {text(`kind.${record.kind}`)} {name}
      </h3>
      {conflict.neededBy.length > 0 && <p>{text('keep.merge.needed')}</p>}
      <Radio.Group
        aria-label={text('keep.merge.choose')}
        className={styles.choice ?? ''}
        value={choice}
        onChange={(event) => chooseSide(conflict.id, event.target.value as Choice)}
      >
        <Radio value="mine">{text('keep.merge.takeMine')}</Radio>
        <Radio value="theirs">{text('keep.merge.takeTheirs')}</Radio>
      </Radio.Group>
      <table className={`${styles.table} ${styles.sides}`}>
        <thead>
          <tr>
            <th scope="col">{text('keep.merge.field')}</th>
            <th scope="col" className={styles.sideMine}>
              <i aria-hidden />
              {text('keep.merge.mine')}
            </th>
            <th scope="col" className={styles.sideTheirs}>
              <i aria-hidden />
              {text('keep.merge.theirs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(!mine || !theirs) && (
            <tr>
              <th scope="row">{text('keep.merge.there')}</th>
              <td>{text(mine ? 'keep.merge.yes' : 'keep.merge.no')}</td>
              <td>{text(theirs ? 'keep.merge.yes' : 'keep.merge.no')}</td>
            </tr>
          )}
          {isMoved && mine && theirs && !isGround && (
            <tr>
              <th scope="row">{text('keep.merge.shape')}</th>
              <td colSpan={2}>{text('keep.merge.shapeDiffers')}</td>
            </tr>
          )}
          {isGround && (
            <tr>
              <th scope="row">{text('keep.merge.onlyHere')}</th>
              <td>{formatArea(apart.onlyMineM2)}</td>
              <td>{formatArea(apart.onlyTheirsM2)}</td>
            </tr>
          )}
          {fields.map(({ field, attribute, mine: here, theirs: there }) => (
            <tr key={attribute === null ? field : `${field} ${attribute}`}>
              <th scope="row">{attribute ?? text(textKey(`keep.field.${field}`))}</th>
              <td>{here}</td>
              <td>{there}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text('keep.merge.last')}</th>
            <td>{lastEdit(conflict.mineBy, 'mine')}</td>
            <td>{lastEdit(conflict.theirsBy, 'theirs')}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
