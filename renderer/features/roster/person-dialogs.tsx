import { Button } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { cancelLeave } from '#shared/edits/commands/cancel-leave.ts';
import { changePerson } from '#shared/edits/commands/change-person.ts';
import { removePerson } from '#shared/edits/commands/remove-person.ts';
import { setLeave } from '#shared/edits/commands/set-leave.ts';
import { DayField } from './day-field.tsx';
import { Field, FormDialog } from './form-dialog.tsx';
import styles from './roster.module.css';
import { SuggestSelect } from './suggest-select.tsx';
import { useTry } from './use-roster-edit.ts';

/** A person as the document has them now. */
function usePerson(id: string) {
  useRevision();
  return useProject((state) => state.document)?.find('person', id);
}

/** When a person is away and who answers meanwhile; leave on record can be cancelled. */
export function LeaveDialog(props: { personId: string; onClose: () => void }) {
  const text = useText();
  const attempt = useTry();
  const say = useSayResult();
  const today = useToday();
  const person = usePerson(props.personId);
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(null);
  const [deputyId, setDeputy] = useState<string | null>(null);
  const document = useProject((state) => state.document);
  if (!person) return null;
  const { id: personId } = person;
  const run = () =>
    from === null || to === null
      ? text('roster.leave.needed')
      : attempt(setLeave, { personId, from, to, deputyId, replaces: null });
  return (
    <FormDialog
      title={text('roster.leave.title', { person: person.name })}
      ok={text('roster.leave.ok')}
      onOk={run}
      onClose={props.onClose}
    >
      {person.leave.length > 0 && (
        <Field label={text('roster.leave.known')}>
          <ul className={styles.leaves}>
            {person.leave.map((leave) => {
              const deputy = document?.find('person', leave.deputyId ?? '')?.name;
              const days = { from: leave.from, to: leave.to };
              return (
                <li key={leave.from}>
                  {deputy
                    ? text('roster.leaveBy', { ...days, deputy })
                    : text('roster.leaveDays', days)}
                  <Button
                    size="small"
                    type="text"
                    icon={<X size={14} aria-hidden />}
                    aria-label={text('roster.leave.cancel')}
                    onClick={() => say(edit(cancelLeave, { personId, from: leave.from }))}
                  />
                </li>
              );
            })}
          </ul>
        </Field>
      )}
      <div className={styles.pair}>
        <Field label={text('roster.column.from')}>
          <DayField label={text('roster.column.from')} value={from} onChange={setFrom} />
        </Field>
        <Field label={text('roster.column.to')}>
          <DayField label={text('roster.column.to')} value={to} onChange={setTo} />
        </Field>
      </div>
      <Field label={text('roster.leave.deputy')}>
        <SuggestSelect
          kind="person"
          label={text('roster.leave.deputy')}
          placeholder={text('roster.add.personHint')}
          value={deputyId}
          onChange={setDeputy}
        />
      </Field>
    </FormDialog>
  );
}

/** The unit of one or many people. */
export function UnitDialog(props: { ids: readonly string[]; onClose: () => void }) {
  const text = useText();
  const attempt = useTry();
  const [organisationId, setUnit] = useState<string | null>(null);
  const { ids } = props;
  return (
    <FormDialog
      title={text('roster.unit.title', { count: ids.length })}
      ok={text('roster.unit.ok')}
      onOk={() => attempt(changePerson, { ids, changes: { organisationId } })}
      onClose={props.onClose}
    >
      <Field label={text('roster.unit.unit')}>
        <SuggestSelect
          kind="organisation"
          label={text('roster.unit.unit')}
          autoFocus
          value={organisationId}
          onChange={setUnit}
        />
      </Field>
    </FormDialog>
  );
}

/** A person leaves: what that ends is said before. */
export function DepartDialog(props: { personId: string; onClose: () => void }) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const person = usePerson(props.personId);
  const document = useProject((state) => state.document);
  if (!person) return null;
  const count = (document?.all('post') ?? []).filter(
    (post) => post.personId === person.id && (post.to === null || post.to >= today),
  ).length;
  return (
    <FormDialog
      title={text('roster.depart.title', { person: person.name })}
      ok={text('roster.depart.ok')}
      danger
      onOk={() => attempt(removePerson, { id: person.id, on: today, endPosts: true })}
      onClose={props.onClose}
    >
      <p>{count > 0 ? text('roster.depart.holds', { count }) : text('roster.depart.idle')}</p>
    </FormDialog>
  );
}
