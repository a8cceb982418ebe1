import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '#renderer/ui/use-text.ts';
import { appointStandIn } from '#shared/edits/commands/appoint-stand-in.ts';
import { deputiseLeave } from '#shared/edits/commands/deputise-leave.ts';
import { fillVacancy } from '#shared/edits/commands/fill-vacancy.ts';
import { identifyOnDuty } from '#shared/edits/commands/identify-on-duty.ts';
import { replaceHolder } from '#shared/edits/commands/replace-holder.ts';
import styles from './chain-fixes.module.css';
import { dayFormat, FixForm, type FixFormProps } from './fix-form.tsx';
import { PersonSelect } from './person-select.tsx';

type Kind = 'appoint' | 'replace' | 'deputise' | 'stand-in' | 'match-person';

interface Values {
  personId: string;
  from?: Dayjs;
}

/** Who it is to be, and for a term from when. */
export function PersonForm(props: FixFormProps<Kind>) {
  const { fix, document, entries, on, apply } = props;
  const text = useText();
  const isTerm = fix.kind === 'appoint' || fix.kind === 'replace';
  const holderId = fix.kind === 'replace' ? document.find('post', fix.postId)?.personId : undefined;
  const without = 'personId' in fix ? [fix.personId] : holderId ? [holderId] : [];
  const submit = ({ personId, from }: Values) => {
    const day = from?.format(dayFormat) ?? on;
    switch (fix.kind) {
      case 'appoint': {
        const { level, targetId, role } = fix;
        const seat = { level, targetId, role, personId, from: day, newId: crypto.randomUUID() };
        return apply(fillVacancy, seat);
      }
      case 'replace': {
        const posts = [{ postId: fix.postId, newId: crypto.randomUUID() }];
        return apply(replaceHolder, { posts, personId, from: day });
      }
      case 'deputise':
        return apply(deputiseLeave, { personId: fix.personId, deputyId: personId, on });
      case 'stand-in':
        return apply(appointStandIn, { day: fix.day, key: fix.key, standInId: personId });
      case 'match-person':
        return apply(identifyOnDuty, { day: fix.day, key: fix.key, personId });
    }
  };
  return (
    <FixForm<Values> initial={{ from: dayjs(on) }} onSubmit={submit}>
      <Form.Item
        name="personId"
        label={text(`chainFix.person.${fix.kind}`)}
        rules={[{ required: true, message: text('chainFix.personNeeded') }]}
      >
        <PersonSelect
          document={document}
          entries={entries}
          on={on}
          label={text(`chainFix.person.${fix.kind}`)}
          without={without}
          autoFocus
        />
      </Form.Item>
      {isTerm && (
        <Form.Item
          name="from"
          label={text('chainFix.from')}
          rules={[{ required: true, message: text('chainFix.dayNeeded') }]}
        >
          <DatePicker allowClear={false} className={styles.wide} />
        </Form.Item>
      )}
    </FixForm>
  );
}
