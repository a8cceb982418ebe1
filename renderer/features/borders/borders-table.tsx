import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useBorders } from '#renderer/state/borders.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { borderLevels } from '#shared/model/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { BorderPane } from './border-pane.tsx';
import { BorderRows, type BorderShow, borderShows, keyOfBorder } from './border-rows.ts';
import { BorderStateWord } from './border-state-word.tsx';
import styles from './borders.module.css';

/** The border register: every border between neighbours of a level, and what was agreed about it. */
export function BordersTable(props: {
  document: Document;
  revision: number;
  onLines: (lines: readonly (readonly LonLat[])[]) => void;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, revision } = props;
  const text = useText();
  const { level, chosen, setLevel, choose } = useBorders();
  const [show, setShow] = useState<BorderShow>('all');
  const { answer, error } = useAnswer('borders', { level });
  const metres = document.all('project')[0]?.chain.borderM ?? 0;
  // Off the table nothing of it stays marked on the map.
  useEffect(() => () => useBorders.setState({ course: null }), []);

  const rows = useMemo(() => {
    void revision;
    return answer && new BorderRows(answer, document);
  }, [answer, document, revision]);
  const listed = useMemo(() => rows?.shown(show) ?? [], [rows, show]);
  const counts = useMemo(
    () => new Map(borderShows.map((one) => [one, rows?.shown(one).length ?? 0])),
    [rows],
  );
  const columns = useMemo((): Column<number>[] => {
    if (!rows) return [];
    const party = (key: 'first' | 'second', side: 0 | 1): Column<number> => ({
      key,
      title: text(`borders.${key}`),
      width: 'minmax(120px, 1.2fr)',
      render: (row) => rows.name(row, side),
      sort: (row) => rows.nameRank(row, side),
    });
    return [
      party('first', 0),
      party('second', 1),
      {
        key: 'status',
        title: text('borders.status'),
        width: '112px',
        render: (row) => <BorderStateWord state={rows.state(row)} />,
        sort: (row) => rows.states[row] as number,
      },
      {
        key: 'follows',
        title: text('borders.follows'),
        width: '88px',
        render: (row) => {
          const entry = rows.entry(row);
          return entry && text(`borders.course.${entry.follows}`);
        },
      },
      {
        key: 'basis',
        title: text('borders.basis'),
        width: 'minmax(80px, 1fr)',
        render: (row) => rows.entry(row)?.basis,
      },
      {
        key: 'decidedOn',
        title: text('borders.decidedOn'),
        width: '100px',
        render: (row) => rows.entry(row)?.decidedOn,
      },
      {
        key: 'length',
        title: text('borders.length'),
        width: '96px',
        align: 'end',
        render: (row) => formatNumber(rows.lengthM(row)),
        sort: (row) => rows.lengthM(row),
      },
      {
        key: 'issues',
        title: text('borders.issues', { metres }),
        width: '150px',
        align: 'end',
        render: (row) => formatNumber(rows.issues(row)),
        sort: (row) => rows.issues(row),
      },
    ];
  }, [rows, text, metres]);

  const empty = error
    ? text('borders.failed', { reason: error })
    : rows === null
      ? text('borders.working')
      : text(rows.count === 0 ? 'borders.empty' : 'borders.noneShown');
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Segmented
          size="small"
          aria-label={text('borders.level.label')}
          value={level}
          options={borderLevels.map((value) => ({ value, label: text(`borders.level.${value}`) }))}
          onChange={setLevel}
        />
        <Segmented
          size="small"
          aria-label={text('borders.show.label')}
          value={show}
          options={borderShows.map((value) => ({
            value,
            label: `${text(textKey(`borders.show.${value}`))} ${formatNumber(counts.get(value) ?? 0)}`,
          }))}
          onChange={setShow}
        />
        <span />
      </div>
      <div className={styles.table}>
        <DataTable
          label={text('borders.title')}
          columns={columns}
          rows={listed}
          rowKey={(row) => rows?.key(row) ?? ''}
          selectedKey={chosen && keyOfBorder(chosen)}
          onSelect={(row) => rows && choose(rows.chosen(row))}
          onActivate={(row) => rows && choose(rows.chosen(row))}
          empty={empty}
        />
      </div>
      <aside className={styles.pane} aria-label={text('borders.pane')}>
        {chosen ? (
          <BorderPane
            key={keyOfBorder(chosen)}
            document={document}
            chosen={chosen}
            metres={metres}
            onLines={props.onLines}
            onIssue={props.onIssue}
          />
        ) : (
          <p className={styles.hint}>{text('borders.choose')}</p>
        )}
      </aside>
    </div>
  );
}
