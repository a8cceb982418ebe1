import { Form, Input, Radio } from 'antd';
import { typedPosition } from '#renderer/features/search/typed-position.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { setUpTeam } from '#shared/edits/commands/set-up-team.ts';
import type { Team } from '#shared/model/team.ts';
import styles from './chain-fixes.module.css';
import { FixForm, type FixFormProps } from './fix-form.tsx';
import { PeopleSelect } from './person-select.tsx';
import { PositionItem, positionWords } from './position-item.tsx';

interface Values extends Pick<Team, 'name' | 'phone' | 'transport' | 'memberIds'> {
  position: string;
}

/** What a new emergency team needs. */
export function TeamForm({ fix, document, entries, on, apply }: FixFormProps<'set-up-team'>) {
  const text = useText();
  const submit = ({ position, ...fields }: Values) => {
    const base = typedPosition(position);
    if (base) apply(setUpTeam, { newId: crypto.randomUUID(), base, ...fields });
  };
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <FixForm<Values>
      initial={{ transport: 'vehicle', memberIds: [], position: positionWords(fix.at) }}
      onSubmit={submit}
    >
      <div className={styles.pair}>
        <Form.Item
          name="name"
          label={text('chainFix.teamName')}
          rules={needed(text('repair.nameNeeded'))}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={text('chainFix.phone')}
          rules={needed(text('chainFix.phoneNeeded'))}
        >
          <Input inputMode="tel" maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item
        name="memberIds"
        label={text('chainFix.members')}
        rules={[{ required: true, message: text('chainFix.membersNeeded') }]}
      >
        <PeopleSelect
          document={document}
          entries={entries}
          on={on}
          label={text('chainFix.members')}
        />
      </Form.Item>
      <div className={styles.pair}>
        <PositionItem />
        <Form.Item name="transport" label={text('chainFix.transport')}>
          <Radio.Group
            options={[
              { value: 'vehicle', label: text('detail.vehicle') },
              { value: 'foot', label: text('detail.foot') },
            ]}
          />
        </Form.Item>
      </div>
    </FixForm>
  );
}
