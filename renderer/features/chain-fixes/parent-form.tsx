import { Form, Select } from 'antd';
import { useMemo } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { chooseParent } from '#shared/edits/commands/choose-parent.ts';
import { FixForm, type FixFormProps } from './fix-form.tsx';
import { parentsFor } from './parents-for.ts';

/** What a place belongs to; where its ground lies is offered first. */
export function ParentForm({ fix, finding, document, apply }: FixFormProps<'choose-parent'>) {
  const text = useText();
  const { choices, likely } = useMemo(
    () => parentsFor(document, fix.placeId, finding),
    [document, fix.placeId, finding],
  );
  return (
    <FixForm<{ parentId: string }>
      initial={likely ? { parentId: likely } : {}}
      onSubmit={({ parentId }) => apply(chooseParent, { placeId: fix.placeId, parentId })}
    >
      <Form.Item
        name="parentId"
        label={text('repair.belongsTo')}
        rules={[{ required: true, message: text('chainFix.parentNeeded') }]}
      >
        <Select autoFocus showSearch={{ optionFilterProp: 'label' }} options={choices} />
      </Form.Item>
    </FixForm>
  );
}
