import { CellEditor } from '#renderer/ui/cell-editor.tsx';
import type { GridColumn } from '#renderer/ui/edit-grid.tsx';
import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import { appoint } from '#shared/edits/commands/appoint.ts';
import { changePerson } from '#shared/edits/commands/change-person.ts';
import { changePost, type PostChanges } from '#shared/edits/commands/change-post.ts';
import { takeOverPosts } from '#shared/edits/commands/take-over-posts.ts';
import type { PersonChoice } from '#shared/edits/roster/person-choice.ts';
import { DayCell } from './day-cell.tsx';
import { PersonCell } from './person-cell.tsx';
import type { PostRow } from './post-row.ts';
import styles from './roster.module.css';
import { StateBadge } from './state-badge.tsx';
import { UnitCell } from './unit-cell.tsx';
import type { useTry } from './use-roster-edit.ts';

type Attempt = ReturnType<typeof useTry>;

/** Gives the role of a row to somebody: from today on, where somebody held it before or nobody did. */
function assign(
  attempt: Attempt,
  row: PostRow,
  person: PersonChoice | null,
  today: string,
): string | null {
  const { post, place, roleKey, level } = row;
  if (!post) {
    if (!person || !place || !level) return null;
    const newId = crypto.randomUUID();
    const seat = { level, targetId: place.id, role: roleKey };
    return attempt(appoint, { ...seat, person, from: today, newId });
  }
  // What is over, or has not begun, can only have been written down wrongly.
  if (row.state === 'former' || row.state === 'upcoming') {
    return attempt(changePost, { ids: [post.id], changes: { person } });
  }
  const newIds = [crypto.randomUUID()];
  return attempt(takeOverPosts, { ids: [post.id], person, from: today, newIds });
}

/** Columns of the roster's posts. `today` is the day on which changes of holders begin. */
export function postColumns(
  text: Translate,
  attempt: Attempt,
  today: string,
): GridColumn<PostRow>[] {
  const change = ({ post }: PostRow, changes: PostChanges) =>
    post ? attempt(changePost, { ids: [post.id], changes }) : null;
  const quiet = (words: string) => <span className={styles.quiet}>{words}</span>;
  const column = (
    key: string,
    width: string,
    says: (row: PostRow) => string,
    more: Partial<GridColumn<PostRow>> = {},
  ): GridColumn<PostRow> => ({
    key,
    title: text(textKey(`roster.column.${key}`)),
    width,
    sortable: true,
    text: says,
    ...more,
  });
  return [
    column('role', '108px', (row) => row.role?.name ?? row.roleKey),
    column('place', 'minmax(170px, 1fr)', (row) => row.place?.name ?? ''),
    column('level', '72px', (row) => (row.level ? text(`roster.level.${row.level}`) : '')),
    column('street', '112px', (row) => row.street),
    column('person', '104px', (row) => row.person?.name ?? '', {
      render: (row) => row.person?.name ?? quiet(text('roster.nobody')),
      editor: (row, onLeave) =>
        row.place && (
          <PersonCell
            label={text('roster.column.person')}
            initial={row.person?.name ?? ''}
            {...(row.person && row.state !== 'former' && { note: text('roster.takesOver') })}
            onCommit={(person) => assign(attempt, row, person, today)}
            onLeave={onLeave}
          />
        ),
    }),
    column('phone', '128px', (row) => row.person?.phone ?? '', {
      render: ({ person }) => person && (person.phone || quiet(text('roster.noPhone'))),
      editor: ({ person }, onLeave) =>
        person && (
          <CellEditor
            label={text('roster.column.phone')}
            initial={person.phone}
            onCommit={(phone) => attempt(changePerson, { ids: [person.id], changes: { phone } })}
            onLeave={onLeave}
          />
        ),
    }),
    column('unit', 'minmax(150px, 0.8fr)', (row) => row.unit, {
      editor: (row, onLeave) =>
        row.post && (
          <UnitCell
            initial={row.unit}
            onCommit={(unitId) => {
              // The holder's own unit needs not be written on the post.
              const own = row.person?.organisationId === unitId;
              return change(row, { organisationId: own ? null : unitId });
            }}
            onLeave={onLeave}
          />
        ),
    }),
    column('deputy', '92px', (row) => row.deputy?.name ?? '', {
      editor: (row, onLeave) =>
        row.post && (
          <PersonCell
            label={text('roster.column.deputy')}
            initial={row.deputy?.name ?? ''}
            onCommit={(deputy) => change(row, { deputy })}
            onLeave={onLeave}
          />
        ),
    }),
    column('from', '104px', (row) => row.post?.from ?? '', {
      editor: (row, onLeave) =>
        row.post && (
          <DayCell
            label={text('roster.column.from')}
            initial={row.post.from}
            today={today}
            open={false}
            onCommit={(from) => change(row, from === null ? {} : { from })}
            onLeave={onLeave}
          />
        ),
    }),
    column('to', '104px', (row) => row.post?.to ?? '', {
      editor: (row, onLeave) =>
        row.post && (
          <DayCell
            label={text('roster.column.to')}
            initial={row.post.to ?? ''}
            today={today}
            open
            onCommit={(to) => change(row, { to })}
            onLeave={onLeave}
          />
        ),
    }),
    column('source', 'minmax(110px, 0.6fr)', (row) => row.post?.source ?? '', {
      editor: (row, onLeave) =>
        row.post && (
          <CellEditor
            label={text('roster.column.source')}
            initial={row.post.source}
            onCommit={(source) => change(row, { source })}
            onLeave={onLeave}
          />
        ),
    }),
    column('state', '116px', (row) => text(textKey(`roster.state.${row.state}`)), {
      render: (row) => <StateBadge state={row.state} />,
    }),
  ];
}
