import { Form, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '#renderer/ui/use-text.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import styles from './chain-fixes.module.css';
import { FixForm, type FixFormProps } from './fix-form.tsx';

/** When somebody was there whom no list of check-ins has. */
export function CheckInForm({ fix, document, apply }: FixFormProps<'check-in'>) {
  const text = useText();
  const project = document.all('project')[0];
  const offset = project?.utcOffsetMinutes ?? 0;
  const submit = ({ time }: { time: Dayjs }) => {
    const { day, key, personId } = fix;
    const at = Date.parse(`${day}T${time.format('HH:mm')}:00Z`) - offset * 60_000;
    const { name = '', phone = '' } = document.find('person', personId) ?? {};
    const newId = crypto.randomUUID();
    apply(recordCheckIn, { day, key, personId, name, phone, at, newId });
  };
  return (
    <FixForm<{ time: Dayjs }>
      initial={{ time: dayjs(`2000-01-01T${project?.chain.dutyCutOff ?? '06:40'}`) }}
      onSubmit={submit}
    >
      <Form.Item
        name="time"
        label={text('chainFix.checkInTime', { day: fix.day })}
        extra={text('chainFix.checkInHint')}
        rules={[{ required: true, message: text('chainFix.timeNeeded') }]}
      >
        <TimePicker autoFocus format="HH:mm" allowClear={false} className={styles.wide} />
      </Form.Item>
    </FixForm>
  );
}
