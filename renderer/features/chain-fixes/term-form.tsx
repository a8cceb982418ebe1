import { Checkbox, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '#renderer/ui/use-text.ts';
import { prolongTerm } from '#shared/edits/commands/prolong-term.ts';
import styles from './chain-fixes.module.css';
import { dayFormat, FixForm, type FixFormProps } from './fix-form.tsx';

interface Values {
  open: boolean;
  to: Dayjs;
}

/** Until when the last holder stays. */
export function TermForm({ fix, on, apply }: FixFormProps<'prolong'>) {
  const text = useText();
  const submit = ({ open, to }: Values) =>
    apply(prolongTerm, { postId: fix.postId, to: open ? null : to.format(dayFormat) });
  return (
    <FixForm<Values> initial={{ open: false, to: dayjs(on).add(1, 'year') }} onSubmit={submit}>
      <Form.Item noStyle dependencies={['open']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="to"
            label={text('chainFix.to')}
            rules={[{ required: !getFieldValue('open'), message: text('chainFix.dayNeeded') }]}
          >
            <DatePicker
              autoFocus
              allowClear={false}
              className={styles.wide}
              disabled={getFieldValue('open') as boolean}
              minDate={dayjs(on)}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="open" valuePropName="checked">
        <Checkbox>{text('chainFix.openEnd')}</Checkbox>
      </Form.Item>
    </FixForm>
  );
}
