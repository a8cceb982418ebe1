import { Form, Input } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import { enterPhone } from '#shared/edits/commands/enter-phone.ts';
import { FixForm, type FixFormProps } from './fix-form.tsx';

/** The number of a person or a team. */
export function PhoneForm({ fix, document, apply }: FixFormProps<'enter-phone'>) {
  const text = useText();
  const record = document.find('person', fix.recordId) ?? document.find('team', fix.recordId);
  return (
    <FixForm<{ phone: string }>
      initial={{ phone: '' }}
      onSubmit={({ phone }) => apply(enterPhone, { recordId: fix.recordId, phone })}
    >
      <Form.Item
        name="phone"
        label={text('chainFix.phoneOf', { name: record?.name ?? '' })}
        rules={[{ required: true, whitespace: true, message: text('chainFix.phoneNeeded') }]}
      >
        <Input autoFocus inputMode="tel" maxLength={40} />
      </Form.Item>
    </FixForm>
  );
}
