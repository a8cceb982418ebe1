import { Button, Input, Radio } from 'antd';
import { MapPin } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Field, FormDialog } from '#renderer/features/roster/form-dialog.tsx';
import { SuggestMany } from '#renderer/features/roster/suggest-select.tsx';
import { useTry } from '#renderer/features/roster/use-roster-edit.ts';
import { pickOnMap, settlePick } from '#renderer/state/map-pick.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { putTeam } from '#shared/edits/commands/put-team.ts';
import type { Team } from '#shared/model/team.ts';
import styles from './organisation.module.css';
import { readPosition } from './read-position.ts';

/** An emergency team: where it stands, how it moves, its phone and its members. */
export function TeamForm(props: {
  /** Null: a new one. */
  team: Team | null;
  onDone: (id: string) => void;
  onClose: () => void;
}) {
  const text = useText();
  const attempt = useTry();
  const { team } = props;
  const [name, setName] = useState(team?.name ?? '');
  const [base, setBase] = useState(team?.base.join(', ') ?? '');
  const [transport, setTransport] = useState<Team['transport']>(team?.transport ?? 'vehicle');
  const [phone, setPhone] = useState(team?.phone ?? '');
  const [memberIds, setMembers] = useState<string[]>(team?.memberIds ?? []);
  /** The dialog makes room while the map is asked. */
  const [picking, setPicking] = useState(false);
  useEffect(() => () => void settlePick(null), []);
  const pick = async () => {
    setPicking(true);
    const position = await pickOnMap(text('team.form.pickHint'));
    setPicking(false);
    if (position) setBase(position.map((degrees) => degrees.toFixed(6)).join(', '));
  };
  const run = () => {
    const position = readPosition(base);
    if (!position) return text('team.form.noBase');
    const id = team?.id ?? crypto.randomUUID();
    const refused = attempt(putTeam, {
      id,
      name: name.trim(),
      base: position,
      transport,
      phone,
      memberIds,
    });
    if (refused === null) props.onDone(id);
    return refused;
  };
  if (picking) return null;
  return (
    <FormDialog
      title={text(team ? 'team.form.edit' : 'team.form.add')}
      ok={text('team.form.ok')}
      onOk={run}
      onClose={props.onClose}
    >
      <Field label={text('team.form.name')}>
        <Input
          autoFocus
          maxLength={200}
          aria-label={text('team.form.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label={text('team.form.base')}>
        <div className={styles.base}>
          <Input
            aria-label={text('team.form.base')}
            placeholder="116.3512, 39.9871"
            value={base}
            onChange={({ target }) => setBase(target.value)}
          />
          <Button icon={<MapPin size={14} aria-hidden />} onClick={() => void pick()}>
            {text('team.form.pick')}
          </Button>
        </div>
      </Field>
      <Field label={text('team.form.transport')}>
        <Radio.Group
          aria-label={text('team.form.transport')}
          value={transport}
          onChange={({ target }) => setTransport(target.value as Team['transport'])}
          options={[
            { value: 'vehicle', label: text('team.vehicle') },
            { value: 'foot', label: text('team.foot') },
          ]}
        />
      </Field>
      <Field label={text('team.form.phone')}>
        <Input
          aria-label={text('team.form.phone')}
          maxLength={60}
          value={phone}
          onChange={({ target }) => setPhone(target.value)}
        />
      </Field>
      <Field label={text('team.form.members')}>
        <SuggestMany
          kind="person"
          label={text('team.form.members')}
          placeholder={text('roster.add.personHint')}
          value={memberIds}
          onChange={setMembers}
        />
      </Field>
    </FormDialog>
  );
}
