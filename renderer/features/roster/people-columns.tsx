import { CellEditor } from '#renderer/ui/cell-editor.tsx';
import type { GridColumn } from '#renderer/ui/edit-grid.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import { nextLeave } from '#shared/analysis/roster/list-people.ts';
import { changePerson } from '#shared/edits/commands/change-person.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Person } from '#shared/model/person.ts';
import styles from './roster.module.css';
import { UnitCell } from './unit-cell.tsx';
import type { useTry } from './use-roster-edit.ts';

export interface PersonRow {
  person: Person;
  posts: number;
}

/** Columns of the roster's people. */
export function peopleColumns(
  text: Translate,
  attempt: ReturnType<typeof useTry>,
  document: DocumentView,
  today: string,
): GridColumn<PersonRow>[] {
  const change = ({ person }: PersonRow, changes: Parameters<typeof changePerson>[1]['changes']) =>
    attempt(changePerson, { ids: [person.id], changes });
  const unitOf = ({ person }: PersonRow) =>
    document.find('organisation', person.organisationId ?? '')?.name ?? '';
  const leaveOf = ({ person }: PersonRow) => {
    const leave = nextLeave(person, today);
    if (!leave) return '';
    const days = { from: leave.from, to: leave.to };
    const deputy = document.find('person', leave.deputyId ?? '')?.name;
    return deputy ? text('roster.leaveBy', { ...days, deputy }) : text('roster.leaveDays', days);
  };
  const column = (
    key: string,
    width: string,
    says: (row: PersonRow) => string,
    more: Partial<GridColumn<PersonRow>> = {},
  ): GridColumn<PersonRow> => ({
    key,
    title: text(textKey(`roster.column.${key}`)),
    width,
    sortable: true,
    text: says,
    ...more,
  });
  return [
    column('name', 'minmax(120px, 0.6fr)', (row) => row.person.name, {
      editor: (row, onLeave) => (
        <CellEditor
          label={text('roster.column.name')}
          initial={row.person.name}
          onCommit={(name) => change(row, { name })}
          onLeave={onLeave}
        />
      ),
    }),
    column('unit', 'minmax(200px, 1.4fr)', unitOf, {
      editor: (row, onLeave) => (
        <UnitCell
          initial={unitOf(row)}
          onCommit={(organisationId) => change(row, { organisationId })}
          onLeave={onLeave}
        />
      ),
    }),
    column('phone', '150px', (row) => row.person.phone, {
      render: ({ person }) =>
        person.phone || <span className={styles.quiet}>{text('roster.noPhone')}</span>,
      editor: (row, onLeave) => (
        <CellEditor
          label={text('roster.column.phone')}
          initial={row.person.phone}
          onCommit={(phone) => change(row, { phone })}
          onLeave={onLeave}
        />
      ),
    }),
    column('posts', '88px', (row) => formatNumber(row.posts), { align: 'end' }),
    column('leave', 'minmax(240px, 1fr)', leaveOf),
  ];
}
