import { useMemo } from 'react';
import { useToday } from '#renderer/state/use-today.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Person } from '#shared/model/person.ts';
import { textColumn } from './text-column.ts';

interface Row {
  person: Person;
  unit: string;
  posts: number;
}

/** All people with unit, phone and the number of posts they hold today. */
export function PeopleTable(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const today = useToday();
  const { document, revision } = props;
  const rows = useMemo(() => {
    void revision;
    const held = new Map<string, number>();
    for (const post of document.all('post')) {
      if (post.personId && inOffice(post, today)) {
        held.set(post.personId, (held.get(post.personId) ?? 0) + 1);
      }
    }
    return document.all('person').map(
      (person): Row => ({
        person,
        unit: person.organisationId
          ? (document.find('organisation', person.organisationId)?.name ?? '')
          : '',
        posts: held.get(person.id) ?? 0,
      }),
    );
  }, [document, revision, today]);
  const columns: Column<Row>[] = [
    textColumn('name', text('table.person'), 'minmax(120px, 1fr)', (row) => row.person.name),
    textColumn('unit', text('table.unit'), 'minmax(200px, 2fr)', (row) => row.unit),
    {
      key: 'phone',
      title: text('table.phone'),
      width: '160px',
      render: (row) => row.person.phone || text('detail.noPhone'),
      sort: (row) => row.person.phone,
    },
    {
      key: 'posts',
      title: text('table.posts'),
      width: '110px',
      align: 'end',
      render: (row) => formatNumber(row.posts),
      sort: (row) => row.posts,
    },
  ];
  return (
    <DataTable
      label={text('drawer.people')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.person.id}
      selectedKey={props.selectedId}
      onSelect={(row) => props.onSelect(row.person.id)}
      empty={text('table.noPeople')}
    />
  );
}
