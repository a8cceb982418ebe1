import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatMoment, formatNumber } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import type { LatestIssues } from '#shared/analysis/latest-issues.ts';
import { type Issue, issueStatuses } from '#shared/model/issue.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import { textAt } from '#shared/model/text-column.ts';
import styles from './issues-table.module.css';

const keyOf = ({ chunk, index }: IssueRef) => `${chunk.id}/${index}`;
const issueOf = ({ chunk, index }: IssueRef): Issue => unpackIssue(chunk, index);

/** The latest issues that pass the filter. */
export function IssuesTable(props: {
  issues: LatestIssues;
  onShow: (chunkId: string, index: number) => void;
}) {
  const text = useText();
  const now = useClock(60_000);
  const project = useProject((state) => state.project);
  const selected = useView((view) => view.selectedIssue);
  const offset = project?.utcOffsetMinutes ?? 0;
  const names = new Map(project?.schemes.issueClasses.map(({ key, name }) => [key, name]));
  const { rows, count, total } = props.issues;
  const show = (place: IssueRef) => props.onShow(place.chunk.id, place.index);
  const classOf = ({ chunk, index }: IssueRef) => {
    const key = chunk.classes[chunk.issueClass[index] as number] as string;
    return names.get(key) ?? key;
  };

  const columns: Column<IssueRef>[] = [
    {
      key: 'found',
      title: text('table.found'),
      width: '150px',
      render: ({ chunk, index }) => formatMoment(chunk.foundAt[index] as number, offset),
      sort: ({ chunk, index }) => chunk.foundAt[index] as number,
    },
    {
      key: 'class',
      title: text('table.issueClass'),
      width: '160px',
      render: classOf,
      sort: classOf,
    },
    {
      key: 'text',
      title: text('table.issueText'),
      width: 'minmax(220px, 1fr)',
      render: (place) => textAt(place.chunk, place.index),
    },
    {
      key: 'status',
      title: text('table.issueStatus'),
      width: '110px',
      render: (place) => text(textKey(`issueStatus.${issueOf(place).status}`)),
      sort: ({ chunk, index }) => chunk.status[index] as number,
    },
    {
      key: 'due',
      title: text('table.due'),
      width: '150px',
      render: ({ chunk, index }) => {
        const due = chunk.dueAt[index] as number;
        const open = chunk.status[index] !== issueStatuses.indexOf('closed');
        const late = open && due < now;
        return (
          <span className={late ? styles.late : undefined}>
            {late && '▲ '}
            {formatMoment(due, offset)}
          </span>
        );
      },
      sort: ({ chunk, index }) => {
        const due = chunk.dueAt[index] as number;
        return Number.isNaN(due) ? Number.MAX_SAFE_INTEGER : due;
      },
    },
  ];
  return (
    <div className={styles.panel}>
      {count !== null && count > rows.length && (
        <p className={styles.note}>
          {text('table.latest', { count: formatNumber(count), shown: formatNumber(rows.length) })}
        </p>
      )}
      <div className={styles.table}>
        <DataTable
          label={text('drawer.issues')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          selectedKey={selected ? `${selected.chunkId}/${selected.index}` : null}
          onSelect={show}
          onActivate={show}
          empty={
            count === null
              ? text('filter.counting', { total: formatNumber(total) })
              : text(total === 0 ? 'table.noIssuesYet' : 'table.noIssues')
          }
        />
      </div>
    </div>
  );
}
