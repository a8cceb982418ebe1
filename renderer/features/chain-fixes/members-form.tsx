import { Form } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import { manTeam } from '#shared/edits/commands/man-team.ts';
import { FixForm, type FixFormProps } from './fix-form.tsx';
import { PeopleSelect } from './person-select.tsx';

/** Who joins a team of which nobody is at work. */
export function MembersForm({ fix, document, entries, on, apply }: FixFormProps<'man-team'>) {
  const text = useText();
  return (
    <FixForm<{ personIds: string[] }>
      initial={{ personIds: [] }}
      onSubmit={({ personIds }) => apply(manTeam, { teamId: fix.teamId, personIds })}
    >
      <Form.Item
        name="personIds"
        label={text('chainFix.members')}
        rules={[{ required: true, message: text('chainFix.membersNeeded') }]}
      >
        <PeopleSelect
          document={document}
          entries={entries}
          on={on}
          label={text('chainFix.members')}
          without={document.find('team', fix.teamId)?.memberIds ?? []}
          autoFocus
        />
      </Form.Item>
    </FixForm>
  );
}
