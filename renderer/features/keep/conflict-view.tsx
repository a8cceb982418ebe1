import { Radio } from 'antd';
import { useMemo } from 'react';
import { positionsOf, previewShapes } from '#renderer/features/import/preview-shapes.ts';
import { useProject } from '#renderer/state/project.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { nearView } from '#shared/edits/near-view.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import type { LastEdit, MergeConflict } from '#shared/merge/plan-merge.ts';
import type { Choice } from '#shared/merge/settle.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { ConflictMap } from './conflict-map.tsx';
import { fieldDifferences } from './field-differences.ts';
import styles from './keep.module.css';

const size: [number, number] = [400, 200];

export const conflictRecord = ({ mine, theirs }: MergeConflict) => (mine ?? theirs) as AnyRecord;

const shapeOf = (record: AnyRecord | null) => {
  if (!record) return null;
  if ('geometry' in record) return record.geometry;
  if (record.kind === 'point') return record.position;
  return record.kind === 'team' ? record.base : null;
};

/** Zones that a map of some records can show: it is wider than high, and of a spot shows a kilometre or so. */
function zonesAround(document: DocumentView, frame: readonly AnyRecord[]) {
  const [west, south, east, north] = boundsOf(positionsOf(previewShapes(frame)));
  if (west === Infinity) return [];
  const reach = 2 * Math.max(east - west, north - south, 0.01);
  const shown = [west - reach, south - reach, east + reach, north + reach] as const;
  return nearView(document, [[...shown]]).all('zone');
}

/** One conflict: both states side by side, on the map where they lie on the ground, and the choice. */
export function ConflictView(props: {
  conflict: MergeConflict;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const text = useText();
  const { document, project } = useProject();
  const { conflict } = props;
  const { mine, theirs } = conflict;
  const record = conflictRecord(conflict);
  const offset = project?.utcOffsetMinutes ?? 0;
  const hasShape = shapeOf(mine) !== null || shapeOf(theirs) !== null;
  const isMoved = hasShape && !sameRecord(shapeOf(mine), shapeOf(theirs));
  const frame = useMemo(() => [mine, theirs].filter((one) => one !== null), [mine, theirs]);
  const layers = useMemo(
    () => [
      {
        records: document ? zonesAround(document, frame).filter(({ id }) => id !== record.id) : [],
        colour: '--line' as const,
        width: 1,
      },
      { records: mine ? [mine] : [], colour: '--accent' as const, width: 2, filled: true },
      { records: theirs ? [theirs] : [], colour: '--ink' as const, width: 2, dashed: true },
    ],
    [document, frame, record.id, mine, theirs],
  );
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
    <>
      <h3>
        {text(`kind.${record.kind}`)} {recordTitle(record)}
      </h3>
      {conflict.needed && <p>{text('keep.merge.needed')}</p>}
      {hasShape && (
        <>
          <ConflictMap
            label={text('keep.merge.map', { title: recordTitle(record) })}
            size={size}
            frame={frame}
            layers={layers}
          />
          <p className={styles.key}>
            <span>
              <i />
              {text('keep.merge.mine')}
            </span>
            <span>
              <i />
              {text('keep.merge.theirs')}
            </span>
          </p>
        </>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('keep.merge.field')}</th>
            <th scope="col">{text('keep.merge.mine')}</th>
            <th scope="col">{text('keep.merge.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text('keep.merge.last')}</th>
            <td>{lastEdit(conflict.mineBy, 'mine')}</td>
            <td>{lastEdit(conflict.theirsBy, 'theirs')}</td>
          </tr>
          {(!mine || !theirs) && (
            <tr>
              <th scope="row">{text('keep.merge.there')}</th>
              <td>{text(mine ? 'keep.merge.yes' : 'keep.merge.no')}</td>
              <td>{text(theirs ? 'keep.merge.yes' : 'keep.merge.no')}</td>
            </tr>
          )}
          {isMoved && mine && theirs && (
            <tr>
              <th scope="row">{text('keep.merge.shape')}</th>
              <td colSpan={2}>{text('keep.merge.shapeDiffers')}</td>
            </tr>
          )}
          {fields.map(({ field, mine: here, theirs: there }) => (
            <tr key={field}>
              <th scope="row">{text(textKey(`keep.field.${field}`))}</th>
              <td>{here}</td>
              <td>{there}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Radio.Group
        aria-label={text('keep.merge.choose')}
        className={styles.choice ?? ''}
        value={props.choice}
        onChange={(event) => props.onChoose(event.target.value as Choice)}
      >
        <Radio value="mine">{text('keep.merge.takeMine')}</Radio>
        <Radio value="theirs">{text('keep.merge.takeTheirs')}</Radio>
      </Radio.Group>
    </>
  );
}
