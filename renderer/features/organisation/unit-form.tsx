import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Field, FormDialog } from '#renderer/features/roster/form-dialog.tsx';
import { SuggestSelect } from '#renderer/features/roster/suggest-select.tsx';
import { useTry } from '#renderer/features/roster/use-roster-edit.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { addOrganisation } from '#shared/edits/commands/add-organisation.ts';
import { changeOrganisation } from '#shared/edits/commands/change-organisation.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import styles from './organisation.module.css';

/** What a unit is called, under which it stands, and what it answers for. */
export function UnitForm(props: {
  /** Null: a new one. */
  unit: Organisation | null;
  /** Under which a new one stands at first. */
  parentId: string | null;
  onDone: (id: string) => void;
  onClose: () => void;
}) {
  const text = useText();
  const attempt = useTry();
  const { unit } = props;
  const classes = useProject((state) => state.project?.schemes.issueClasses ?? []);
  const [name, setName] = useState(unit?.name ?? '');
  const [parentId, setParent] = useState(unit ? unit.parentId : props.parentId);
  const [line, setLine] = useState(unit?.line ?? 'block');
  const [categories, setCategories] = useState(unit?.categories ?? []);
  const run = () => {
    const fields = { name: name.trim(), parentId, line, categories };
    const id = unit?.id ?? crypto.randomUUID();
    const refused = unit
      ? attempt(changeOrganisation, { id, changes: fields })
      : attempt(addOrganisation, { newId: id, ...fields });
    if (refused === null) props.onDone(id);
    return refused;
  };
  return (
    <FormDialog
      title={text(unit ? 'organisation.form.edit' : 'organisation.form.add')}
      ok={text('organisation.form.ok')}
      onOk={run}
      onClose={props.onClose}
    >
      <Field label={text('organisation.form.name')}>
        <Input
          autoFocus
          maxLength={200}
          aria-label={text('organisation.form.name')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label={text('organisation.form.parent')}>
        <SuggestSelect
          kind="organisation"
          label={text('organisation.form.parent')}
          value={parentId}
          onChange={setParent}
        />
      </Field>
      <Field label={text('organisation.form.line')}>
        <Radio.Group
          aria-label={text('organisation.form.line')}
          value={line}
          onChange={({ target }) => setLine(target.value as Organisation['line'])}
          options={[
            { value: 'block', label: text('organisation.block') },
            { value: 'line', label: text('organisation.line') },
          ]}
        />
        <p className={styles.remark}>{text('organisation.form.lineHint')}</p>
      </Field>
      <Field label={text('organisation.form.categories')}>
        <Select
          mode="multiple"
          className={styles.wide}
          aria-label={text('organisation.form.categories')}
          optionFilterProp="label"
          value={categories}
          options={classes.map(({ key, name: label }) => ({ value: key, label }))}
          onChange={setCategories}
        />
      </Field>
    </FormDialog>
  );
}
