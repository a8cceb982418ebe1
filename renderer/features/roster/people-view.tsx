import { Button } from 'antd';
import { ClipboardPaste } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { EditGrid } from '#renderer/ui/edit-grid.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { PeopleColumn, PeopleList } from '#shared/analysis/roster/list-people.ts';
import type { Document } from '#shared/edits/document.ts';
import { peopleColumns } from './people-columns.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { DepartDialog, LeaveDialog, UnitDialog } from './person-dialogs.tsx';
import styles from './roster.module.css';
import { RosterEmpty } from './roster-empty.tsx';
import { allPeople, nextSort, useRosterView } from './roster-view.ts';
import { RowActionsMenu } from './row-actions-menu.tsx';
import { useChosenRows } from './use-chosen-rows.ts';
import { useKept } from './use-kept.ts';
import { useTry } from './use-roster-edit.ts';

const nothing: PeopleList = { ids: [], posts: new Uint16Array() };

/** The people of the roster, edited in place. */
export function PeopleView(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onPaste: (text: string) => void;
  /** What stands at the beginning of the bar. */
  children: ReactNode;
}) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const mayEdit = useMayEdit();
  const { document, revision } = props;
  const { people: filter, filterPeople } = useRosterView();
  const { answer } = useAnswer('rosterPeople', filter, 'present');
  const list = useKept(answer) ?? nothing;
  const [dialog, setDialog] = useState<'leave' | 'unit' | 'depart' | null>(null);

  const rowOf = useMemo(() => {
    void revision;
    return (key: string, index: number) => {
      const person = document.find('person', key);
      return person ? { person, posts: list.posts[index] ?? 0 } : null;
    };
  }, [document, revision, list]);
  const columns = useMemo(
    () => peopleColumns(text, attempt, document, today),
    [text, attempt, document, today],
  );
  const { chosen, setChosen, reveal, visit } = useChosenRows(list.ids, props.selectedId, (id) =>
    list.ids.includes(id) ? id : null,
  );
  const ids = [...chosen];
  const [only] = ids.length === 1 ? ids : [];
  const items = [
    ...(only
      ? [
          { key: 'leave' as const, label: text('roster.leave.menu') },
          { key: 'depart' as const, label: text('roster.depart.menu'), danger: true },
        ]
      : []),
    { key: 'unit' as const, label: text('roster.unit.menu') },
  ];
  const close = () => setDialog(null);
  const isEmpty = document.all('person').length === 0;
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={text('drawer.roster')}>
        {props.children}
        <PeopleFilters document={document} revision={revision} />
        <span className={styles.count} role="status">
          {text('roster.count', { count: formatNumber(list.ids.length) })}
        </span>
        {mayEdit && (
          <>
            <RowActionsMenu count={ids.length} items={items} onAction={setDialog} />
            <Button
              size="small"
              icon={<ClipboardPaste size={13} aria-hidden />}
              onClick={() => props.onPaste('')}
            >
              {text('roster.paste.open')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.table}>
        <EditGrid
          label={text('drawer.roster')}
          columns={columns}
          keys={list.ids}
          rowOf={rowOf}
          order={filter.sort && { key: filter.sort.column, down: filter.sort.down }}
          onOrder={(key) => filterPeople({ sort: nextSort(filter.sort, key as PeopleColumn) })}
          selected={chosen}
          onSelected={setChosen}
          onVisit={({ person }) => {
            visit(person.id);
            props.onSelect(person.id);
          }}
          reveal={reveal}
          onPaste={props.onPaste}
          onRemove={() => mayEdit && only && setDialog('depart')}
          mayEdit={mayEdit}
          empty={
            answer && (
              <RosterEmpty
                none={text(isEmpty ? 'roster.noPeopleYet' : 'roster.noPeople')}
                filtered={!isEmpty}
                onClear={() => filterPeople(allPeople)}
                onPaste={mayEdit ? () => props.onPaste('') : null}
              />
            )
          }
        />
      </div>
      {dialog === 'leave' && only && <LeaveDialog personId={only} onClose={close} />}
      {dialog === 'depart' && only && <DepartDialog personId={only} onClose={close} />}
      {dialog === 'unit' && <UnitDialog ids={ids} onClose={close} />}
    </>
  );
}
