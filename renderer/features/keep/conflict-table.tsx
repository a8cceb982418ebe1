import { useMemo } from 'react';
import { showConflict } from '#renderer/state/keep/merge-shown.ts';
import { useProject } from '#renderer/state/project.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { MergeConflict } from '#shared/merge/plan-merge.ts';
import type { Choice } from '#shared/merge/settle.ts';
import { conflictRecord } from './conflict-view.tsx';
import styles from './keep.module.css';
import { recordName } from './record-name.ts';

const rowHeight = 28;
/** Of a long list four rows are seen, or as much of the window: the panel has more to show. */
const mostHeight = `max(${5 * rowHeight + 2}px, 18vh)`;

/** All conflicts of a merge, with what was decided; any number of them. */
export function ConflictTable(props: {
  conflicts: readonly MergeConflict[];
  choices: ReadonlyMap<string, Choice>;
  /** Those that cannot stay settled as they are. */
  lost: ReadonlySet<string>;
  shownId: string | null;
}) {
  const text = useText();
  const { conflicts, choices, lost, shownId } = props;
  const document = useProject((state) => state.document);
  const columns = useMemo((): Column<MergeConflict>[] => {
    const kind = (one: MergeConflict) => text(`kind.${conflictRecord(one).kind}`);
    const title = (one: MergeConflict) => recordName(conflictRecord(one), document);
    const decided = ({ id }: MergeConflict) => text(`keep.merge.${choices.get(id) ?? 'open'}`);
    return [
      { key: 'kind', title: text('keep.merge.kind'), width: '92px', render: kind, sort: kind },
      {
        key: 'title',
        title: text('keep.merge.conflicts'),
        width: 'minmax(120px, 1fr)',
        render: (one) => <span title={title(one)}>{title(one)}</span>,
        sort: title,
      },
      {
        key: 'decided',
        title: text('keep.merge.decided'),
        width: '84px',
        render: (one) => (
          <span className={choices.has(one.id) && !lost.has(one.id) ? undefined : styles.undecided}>
            {decided(one)}
          </span>
        ),
        sort: decided,
      },
    ];
  }, [text, choices, lost, document]);
  const whole = `${(conflicts.length + 1) * rowHeight + 2}px`;
  return (
    <div className={styles.conflicts} style={{ height: `min(${whole}, ${mostHeight})` }}>
      <DataTable
        label={text('keep.merge.conflicts')}
        columns={columns}
        rows={conflicts}
        rowKey={({ id }) => id}
        selectedKey={shownId}
        onSelect={({ id }) => showConflict(id)}
        empty={null}
      />
    </div>
  );
}
