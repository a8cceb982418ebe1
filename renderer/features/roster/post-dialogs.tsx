import { Radio } from 'antd';
import { useState } from 'react';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { changePost } from '#shared/edits/commands/change-post.ts';
import { endPost } from '#shared/edits/commands/end-post.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { takeOverPosts } from '#shared/edits/commands/take-over-posts.ts';
import { DayField } from './day-field.tsx';
import { Field, FormDialog } from './form-dialog.tsx';
import { SuggestSelect } from './suggest-select.tsx';
import { useTry } from './use-roster-edit.ts';

interface PostDialogProps {
  ids: readonly string[];
  onClose: () => void;
}

/** Somebody else comes into posts, or was meant all along. */
export function TakeOverDialog({ ids, onClose }: PostDialogProps) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [wrong, setWrong] = useState(false);
  const run = () => {
    if (person === null || (from === null && !wrong)) return text('roster.takeOver.needed');
    const choice = { id: person };
    if (wrong || from === null) return attempt(changePost, { ids, changes: { person: choice } });
    const newIds = ids.map(() => crypto.randomUUID());
    return attempt(takeOverPosts, { ids, person: choice, from, newIds });
  };
  return (
    <FormDialog
      title={text('roster.takeOver.title', { count: ids.length })}
      ok={text('roster.takeOver.ok')}
      onOk={run}
      onClose={onClose}
    >
      <Field label={text('roster.takeOver.person')}>
        <SuggestSelect
          kind="person"
          label={text('roster.takeOver.person')}
          placeholder={text('roster.add.personHint')}
          autoFocus
          value={person}
          onChange={setPerson}
        />
      </Field>
      <Field label={text('roster.takeOver.how')}>
        <Radio.Group
          aria-label={text('roster.takeOver.how')}
          value={wrong}
          onChange={({ target }) => setWrong(target.value === true)}
          options={[
            { value: false, label: text('roster.takeOver.kept') },
            { value: true, label: text('roster.takeOver.wrong') },
          ]}
        />
      </Field>
      {!wrong && (
        <Field label={text('roster.takeOver.from')}>
          <DayField label={text('roster.takeOver.from')} value={from} onChange={setFrom} />
        </Field>
      )}
    </FormDialog>
  );
}

/** The last day of posts. */
export function EndDialog({ ids, onClose }: PostDialogProps) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const [to, setTo] = useState<string | null>(today);
  return (
    <FormDialog
      title={text('roster.end.title', { count: ids.length })}
      ok={text('roster.end.ok')}
      onOk={() => (to === null ? text('roster.end.needed') : attempt(endPost, { ids, to }))}
      onClose={onClose}
    >
      <Field label={text('roster.end.to')}>
        <DayField label={text('roster.end.to')} value={to} onChange={setTo} />
      </Field>
    </FormDialog>
  );
}

/** Who answers while the holders of posts are away. */
export function DeputyDialog({ ids, onClose }: PostDialogProps) {
  const text = useText();
  const attempt = useTry();
  const [deputy, setDeputy] = useState<string | null>(null);
  return (
    <FormDialog
      title={text('roster.deputise.title', { count: ids.length })}
      ok={text('roster.deputise.ok')}
      onOk={() =>
        attempt(changePost, { ids, changes: { deputy: deputy === null ? null : { id: deputy } } })
      }
      onClose={onClose}
    >
      <Field label={text('roster.deputise.person')}>
        <SuggestSelect
          kind="person"
          label={text('roster.deputise.person')}
          placeholder={text('roster.add.personHint')}
          autoFocus
          value={deputy}
          onChange={setDeputy}
        />
      </Field>
    </FormDialog>
  );
}

/** Posts that were entered by mistake. */
export function RemovePostsDialog({ ids, onClose }: PostDialogProps) {
  const text = useText();
  const attempt = useTry();
  return (
    <FormDialog
      title={text('roster.remove.title', { count: ids.length })}
      ok={text('roster.remove.ok')}
      danger
      onOk={() => attempt(removeRecords, { ids })}
      onClose={onClose}
    >
      <p>{text('roster.remove.text')}</p>
    </FormDialog>
  );
}
