import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { PersonSelect } from '#renderer/features/person-select/person-select.tsx';
import { useAnswer } from '#renderer/state/chain.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { fillDepartmentGap } from '#shared/edits/commands/fill-department-gap.ts';
import type { Role } from '#shared/model/scheme.ts';
import styles from './matrix.module.css';

interface Values {
  role: string;
  targetId: string;
  personId?: string;
  name?: string;
  phone?: string;
  from: Dayjs;
}

/** The role that a department's people most likely hold: one that no place has to have. */
function likelyRole(roles: readonly Role[]): Role | undefined {
  const free = roles.filter(({ required, level }) => !required && level !== 'district');
  return free.find(({ level }) => level === 'street') ?? free.at(-1) ?? roles.at(-1);
}

/** Puts somebody of a department into a street: in which role, where, who and from when. */
export function FillForm(props: {
  document: Document;
  revision: number;
  streetId: string;
  organisationId: string;
  onDone: () => void;
}) {
  const text = useText();
  const edit = useEdit();
  const today = useToday();
  const { document, revision, streetId, organisationId } = props;
  const [form] = Form.useForm<Values>();
  const [isNew, setNew] = useState(false);
  const roles = document.all('project')[0]?.schemes.roles ?? [];
  const [roleKey, setRoleKey] = useState(likelyRole(roles)?.key);
  const role = roles.find(({ key }) => key === roleKey);
  const { answer: places } = useAnswer(
    'streetPlaces',
    role ? { streetId, level: role.level } : null,
  );
  if (!role) return <p>{text('matrix.noRoles')}</p>;

  const finish = (values: Values) => {
    const person = isNew
      ? {
          newId: crypto.randomUUID(),
          name: values.name?.trim() ?? '',
          phone: values.phone?.trim() ?? '',
        }
      : { id: values.personId ?? '' };
    const done = edit(fillDepartmentGap, {
      organisationId,
      role: role.key,
      level: role.level,
      targetId: values.targetId,
      person,
      from: values.from.format('YYYY-MM-DD'),
      newId: crypto.randomUUID(),
    });
    if (done) props.onDone();
  };
  return (
    <Form<Values>
      form={form}
      name="department-gap"
      className={styles.form ?? ''}
      layout="vertical"
      size="small"
      requiredMark={false}
      initialValues={{ role: role.key, from: dayjs(today) }}
      onFinish={finish}
    >
      <Form.Item name="role" label={text('matrix.role')}>
        <Select
          options={roles.map(({ key, name, level }) => ({
            value: key,
            label: `${name} · ${text(textKey(`kind.${level}`))}`,
          }))}
          onChange={(key: string) => {
            setRoleKey(key);
            form.resetFields(['targetId']);
          }}
        />
      </Form.Item>
      <Form.Item
        name="targetId"
        label={text('matrix.place')}
        rules={[{ required: true, message: text('matrix.placeNeeded') }]}
      >
        <Select
          loading={!places}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text('matrix.choosePlace', { count: places?.length ?? 0 })}
          options={(places ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {isNew ? (
        <>
          <Form.Item
            name="name"
            label={text('matrix.newName')}
            rules={[{ required: true, whitespace: true, message: text('matrix.nameNeeded') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="phone" label={text('matrix.newPhone')}>
            <Input maxLength={40} />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="personId"
          label={text('matrix.person')}
          rules={[{ required: true, message: text('matrix.personNeeded') }]}
        >
          <PersonSelect document={document} revision={revision} organisationId={organisationId} />
        </Form.Item>
      )}
      <Form.Item
        name="from"
        label={text('matrix.from')}
        rules={[{ required: true, message: text('matrix.fromNeeded') }]}
      >
        <DatePicker allowClear={false} style={{ width: '100%' }} />
      </Form.Item>
      <footer>
        <Button type="primary" size="small" htmlType="submit">
          {text('matrix.fill')}
        </Button>
        <Button type="link" size="small" onClick={() => setNew(!isNew)}>
          {text(isNew ? 'matrix.useRoster' : 'matrix.useNew')}
        </Button>
      </footer>
    </Form>
  );
}
