import { DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAnswer } from '#renderer/state/chain.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { replaceHolder } from '#shared/edits/commands/replace-holder.ts';
import styles from './chain-fixes.module.css';
import { dayFormat, FixForm, type FixFormProps } from './fix-form.tsx';
import { PersonSelect } from './person-select.tsx';

interface Values {
  postIds: string[];
  personId: string;
  from: Dayjs;
}

/** Which of the places somebody holds in a role go to whom, and from when. */
export function HandOnForm({ fix, document, entries, on, apply }: FixFormProps<'hand-on'>) {
  const text = useText();
  const { answer } = useAnswer('held', { personId: fix.personId });
  const held = answer?.items.filter(({ role }) => role.key === fix.role) ?? [];
  const submit = ({ postIds, personId, from }: Values) => {
    const posts = postIds.map((postId) => ({ postId, newId: crypto.randomUUID() }));
    apply(replaceHolder, { posts, personId, from: from.format(dayFormat) });
  };
  return (
    <FixForm<Values> initial={{ postIds: [], from: dayjs(on) }} onSubmit={submit}>
      <Form.Item
        name="postIds"
        label={text('chainFix.places', { count: held.length })}
        rules={[{ required: true, message: text('chainFix.placesNeeded') }]}
      >
        <Select
          mode="multiple"
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          options={held.map(({ postId, place, points, openIssues }) => ({
            value: postId,
            label: text('chainFix.placeLoad', { place: place.name, points, openIssues }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="personId"
        label={text('chainFix.person.replace')}
        rules={[{ required: true, message: text('chainFix.personNeeded') }]}
      >
        <PersonSelect
          document={document}
          entries={entries}
          on={on}
          label={text('chainFix.person.replace')}
          without={[fix.personId]}
        />
      </Form.Item>
      <Form.Item
        name="from"
        label={text('chainFix.from')}
        rules={[{ required: true, message: text('chainFix.dayNeeded') }]}
      >
        <DatePicker allowClear={false} className={styles.wide} />
      </Form.Item>
    </FixForm>
  );
}
