import { Input, Select } from 'antd';
import { useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { addPost } from '#shared/edits/commands/add-post.ts';
import { DayField } from './day-field.tsx';
import { Field, FormDialog } from './form-dialog.tsx';
import styles from './roster.module.css';
import { SuggestSelect } from './suggest-select.tsx';
import { useTry } from './use-roster-edit.ts';

/** A new post: its role and place, and who holds it. */
export function AddPostDialog(props: { onClose: () => void }) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const roles = useProject((state) => state.project?.schemes.roles ?? []);
  const [roleKey, setRole] = useState<string | null>(roles[0]?.key ?? null);
  const [place, setPlace] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const role = roles.find(({ key }) => key === roleKey);
  const run = () => {
    if (!role || place === null || from === null) return text('roster.add.needed');
    return attempt(addPost, {
      newId: crypto.randomUUID(),
      role: role.key,
      level: role.level,
      targetId: place,
      person: person === null ? null : { id: person },
      from,
      to,
      source: source.trim(),
      deputyId: null,
      organisationId: null,
    });
  };
  return (
    <FormDialog
      title={text('roster.add.title')}
      ok={text('roster.add.ok')}
      onOk={run}
      onClose={props.onClose}
    >
      <Field label={text('roster.add.role')}>
        <Select
          className={styles.wide}
          aria-label={text('roster.add.role')}
          value={roleKey}
          options={roles.map(({ key, name, level }) => ({
            value: key,
            label: `${name} · ${text(`roster.level.${level}`)}`,
          }))}
          onChange={(key: string) => {
            const level = roles.find((one) => one.key === key)?.level;
            if (level !== role?.level) setPlace(null);
            setRole(key);
          }}
        />
      </Field>
      <Field label={text('roster.add.place')}>
        <SuggestSelect
          key={role?.level ?? ''}
          kind={role?.level ?? 'district'}
          label={text('roster.add.place')}
          placeholder={text('roster.add.placeHint')}
          value={place}
          onChange={setPlace}
        />
      </Field>
      <Field label={text('roster.add.person')}>
        <SuggestSelect
          kind="person"
          label={text('roster.add.person')}
          placeholder={text('roster.add.personHint')}
          value={person}
          onChange={setPerson}
        />
      </Field>
      <div className={styles.pair}>
        <Field label={text('roster.add.from')}>
          <DayField label={text('roster.add.from')} value={from} onChange={setFrom} />
        </Field>
        <Field label={text('roster.add.to')}>
          <DayField label={text('roster.add.to')} value={to} onChange={setTo} />
        </Field>
      </div>
      <Field label={text('roster.add.source')}>
        <Input
          aria-label={text('roster.add.source')}
          maxLength={500}
          value={source}
          onChange={({ target }) => setSource(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
