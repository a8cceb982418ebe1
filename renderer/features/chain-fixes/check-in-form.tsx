import { Form, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '#renderer/ui/use-text.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import { isoWithOffset } from '#shared/model/iso-with-offset.ts';
import styles from './chain-fixes.module.css';
import { FixForm, type FixFormProps } from './fix-form.tsx';

/** When somebody was there whom no list of check-ins has. */
export function CheckInForm({ fix, document, apply }: FixFormProps<'check-in'>) {
  const text = useText();
  const project = document.all('project')[0];
  const list = document.find('dutyList', fix.listId);
  const offset = project?.utcOffsetMinutes ?? 0;
  const submit = ({ time }: { time: Dayjs }) => {
    const local = Date.parse(`${list?.day}T${time.format('HH:mm')}:00Z`);
    const at = isoWithOffset(local - offset * 60_000, offset);
    apply(recordCheckIn, { listId: fix.listId, personId: fix.personId, at });
  };
  return (
    <FixForm<{ time: Dayjs }>
      initial={{ time: dayjs(`2000-01-01T${project?.chain.dutyCutOff ?? '06:40'}`) }}
      onSubmit={submit}
    >
      <Form.Item
        name="time"
        label={text('chainFix.checkInTime', { day: list?.day ?? '' })}
        extra={text('chainFix.checkInHint')}
        rules={[{ required: true, message: text('chainFix.timeNeeded') }]}
      >
        <TimePicker format="HH:mm" allowClear={false} className={styles.wide} />
      </Form.Item>
    </FixForm>
  );
}
