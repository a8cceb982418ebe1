import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type FixForm } from '#renderer/state/fix-outcome.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { FormFoot } from './form-foot.tsx';
import { rememberApprover, rememberedApprover } from './remembered-approver.ts';
import styles from './repair.module.css';

interface Values {
  name: string;
  reason: string;
  approver: string;
  days: [Dayjs, Dayjs];
}

const format = 'YYYY-MM-DD';

/** What an exception needs before it is one: what it is, why, who approved it, and for how long. */
export function ExceptionForm(props: { onApply: (form: FixForm) => Promise<boolean> }) {
  const text = useText();
  const today = useToday();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  const submit = async ({ name, reason, approver, days: [from, expires] }: Values) => {
    const done = await props.onApply({
      exception: {
        newId: crypto.randomUUID(),
        name: name.trim(),
        reason: reason.trim(),
        approver: approver.trim(),
        from: from.format(format),
        expires: expires.format(format),
      },
    });
    if (done) rememberApprover(approver.trim());
  };
  return (
    <Form<Values>
      className={styles.form}
      layout="vertical"
      size="small"
      requiredMark={false}
      name="exception"
      initialValues={{
        approver: rememberedApprover(),
        days: [dayjs(today), dayjs(today).add(1, 'year')],
      }}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item
        name="name"
        label={text('repair.exceptionName')}
        rules={needed(text('repair.nameNeeded'))}
      >
        <Input autoFocus maxLength={100} placeholder={text('repair.exceptionNameHint')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={text('repair.reason')}
        rules={needed(text('repair.reasonNeeded'))}
      >
        <Input maxLength={2000} placeholder={text('repair.reasonHint')} />
      </Form.Item>
      <Form.Item
        name="approver"
        label={text('repair.approver')}
        rules={needed(text('repair.approverNeeded'))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="days"
        label={text('repair.days')}
        rules={[
          { required: true, message: text('repair.daysNeeded') },
          {
            validator: (_, days: [Dayjs, Dayjs] | null) =>
              !days || (days[0].format(format) <= today && days[1].format(format) >= today)
                ? Promise.resolve()
                : Promise.reject(new Error(text('repair.daysAround', { today }))),
          },
        ]}
      >
        <DatePicker.RangePicker className={styles.wide} allowClear={false} placement="topLeft" />
      </Form.Item>
      <FormFoot submit={text('repair.applyException')} />
    </Form>
  );
}
