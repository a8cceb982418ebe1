import { Button } from 'antd';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Team } from '#shared/model/team.ts';
import styles from './organisation.module.css';
import { TeamForm } from './team-form.tsx';

/** The emergency teams, and what can be done with the one that is chosen. */
export function TeamsSection(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const say = useSayResult();
  const mayEdit = useMayEdit();
  const { document, revision } = props;
  /** Null: no form; otherwise the team it is about, or a new one. */
  const [form, setForm] = useState<{ team: Team | null } | null>(null);
  const teams = useMemo(() => {
    void revision;
    return document.all('team');
  }, [document, revision]);
  const chosen = document.find('team', props.selectedId ?? '');
  const transport = (team: Team) =>
    text(team.transport === 'vehicle' ? 'team.vehicle' : 'team.foot');
  const columns: Column<Team>[] = [
    {
      key: 'name',
      title: text('team.column.name'),
      width: 'minmax(140px, 1fr)',
      render: (team) => <span title={team.name}>{team.name}</span>,
      sort: (team) => team.name,
    },
    {
      key: 'transport',
      title: text('team.column.transport'),
      width: '84px',
      render: transport,
      sort: transport,
    },
    {
      key: 'phone',
      title: text('team.column.phone'),
      width: '128px',
      render: ({ phone }) =>
        phone || <span className={styles.quiet}>{text('roster.noPhone')}</span>,
      sort: ({ phone }) => phone,
    },
    {
      key: 'members',
      title: text('team.column.members'),
      width: '72px',
      align: 'end',
      render: ({ memberIds }) => formatNumber(memberIds.length),
      sort: ({ memberIds }) => memberIds.length,
    },
  ];
  return (
    <section className={styles.section} aria-label={text('organisation.teams')}>
      <div className={styles.bar} role="toolbar" aria-label={text('organisation.teams')}>
        <strong>{text('organisation.teams')}</strong>
        {mayEdit && (
          <span className={styles.acts}>
            <Button
              size="small"
              disabled={!chosen}
              icon={<Pencil size={13} aria-hidden />}
              onClick={() => chosen && setForm({ team: chosen })}
            >
              {text('team.edit')}
            </Button>
            <Button
              size="small"
              disabled={!chosen}
              icon={<Trash2 size={13} aria-hidden />}
              onClick={() => chosen && say(edit(removeRecords, { ids: [chosen.id] }))}
            >
              {text('team.remove')}
            </Button>
            <Button
              size="small"
              icon={<Plus size={13} aria-hidden />}
              onClick={() => setForm({ team: null })}
            >
              {text('team.add')}
            </Button>
          </span>
        )}
      </div>
      <div className={styles.teams}>
        <DataTable
          label={text('organisation.teams')}
          columns={columns}
          rows={teams}
          rowKey={({ id }) => id}
          selectedKey={props.selectedId}
          onSelect={({ id }) => props.onSelect(id)}
          onActivate={(team) => mayEdit && setForm({ team })}
          empty={text('team.none')}
        />
      </div>
      {form && <TeamForm team={form.team} onDone={props.onSelect} onClose={() => setForm(null)} />}
    </section>
  );
}
