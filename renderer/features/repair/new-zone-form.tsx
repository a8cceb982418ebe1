import { Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { type FixForm } from '#renderer/state/fix-outcome.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { FormFoot } from './form-foot.tsx';
import { parentChoices, parentOf } from './parent-choices.ts';
import styles from './repair.module.css';

interface Values {
  name: string;
  parentId: string | null;
}

/** What a zone needs before it is one: its name, and where it belongs. */
export function NewZoneForm(props: {
  document: DocumentView;
  /** The gap that becomes a zone. */
  finding: Finding;
  onApply: (form: FixForm) => Promise<boolean>;
}) {
  const { document, finding } = props;
  const text = useText();
  const choices = useMemo(() => parentChoices(document), [document]);
  const names = useMemo(() => new Set(document.all('zone').map(({ name }) => name)), [document]);
  return (
    <Form<Values>
      className={styles.form}
      layout="vertical"
      size="small"
      requiredMark={false}
      name="new-zone"
      initialValues={{ name: '', parentId: parentOf(document, finding) }}
      onFinish={({ name, parentId }) =>
        void props.onApply({
          newZone: { newId: crypto.randomUUID(), name: name.trim(), parentId: parentId ?? null },
        })
      }
    >
      <Form.Item
        name="name"
        label={text('repair.zoneName')}
        rules={[
          { required: true, whitespace: true, message: text('repair.nameNeeded') },
          {
            validator: (_, name: string) =>
              names.has(name.trim())
                ? Promise.reject(new Error(text('repair.nameTaken')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="parentId" label={text('repair.belongsTo')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={choices}
          placement="topLeft"
          placeholder={text('repair.belongsToNobody')}
        />
      </Form.Item>
      <FormFoot submit={text('repair.applyZone')} />
    </Form>
  );
}
