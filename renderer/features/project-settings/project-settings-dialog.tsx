import { DatePicker, Form, Input, InputNumber, Modal, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { Project } from '#shared/model/project.ts';
import { mostToleranceM, project as projectSchema } from '#shared/model/project.ts';
import styles from './project-settings.module.css';
import { IssueClassList, NegativeList, PointKindList, RoleList } from './scheme-lists.tsx';

/** Name, day of the inspection, and the office's own lists; stored as one step. */
export function ProjectSettingsDialog(props: {
  project: Project;
  onSave: (project: Project) => void;
  onClose: () => void;
}) {
  const text = useText();
  const { author, setAuthor } = useView();
  const [draft, setDraft] = useState(props.project);
  const parsed = projectSchema.safeParse(draft);
  const { schemes } = draft;
  const setSchemes = (changed: Partial<Project['schemes']>) =>
    setDraft({ ...draft, schemes: { ...schemes, ...changed } });
  const problem = keyProblem(schemes);

  const tabs = [
    {
      key: 'general',
      label: text('settings.general'),
      children: (
        <Form layout="vertical">
          <Form.Item label={text('settings.name')} htmlFor="project-name">
            <Input
              id="project-name"
              value={draft.name}
              maxLength={100}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={text('settings.inspection')} htmlFor="inspection-date">
            <DatePicker
              id="inspection-date"
              value={draft.inspectionDate === null ? null : dayjs(draft.inspectionDate)}
              onChange={(value) =>
                setDraft({ ...draft, inspectionDate: value?.format('YYYY-MM-DD') ?? null })
              }
            />
          </Form.Item>
          <Form.Item
            label={text('settings.tolerance')}
            extra={text('settings.toleranceHint')}
            htmlFor="tolerance"
          >
            <InputNumber
              id="tolerance"
              value={draft.toleranceM ?? defaultToleranceM}
              min={0}
              max={mostToleranceM}
              step={0.1}
              addonAfter="m"
              onChange={(value) => value !== null && setDraft({ ...draft, toleranceM: value })}
            />
          </Form.Item>
          <Form.Item
            label={text('settings.author')}
            extra={text('settings.authorHint')}
            htmlFor="author"
          >
            <Input
              id="author"
              value={author}
              maxLength={100}
              onChange={(event) => setAuthor(event.target.value)}
            />
          </Form.Item>
        </Form>
      ),
    },
    {
      key: 'classes',
      label: text('settings.classes'),
      children: (
        <IssueClassList
          entries={schemes.issueClasses}
          onChange={(issueClasses) => setSchemes({ issueClasses })}
        />
      ),
    },
    {
      key: 'kinds',
      label: text('settings.kinds'),
      children: (
        <PointKindList
          entries={schemes.pointKinds}
          onChange={(pointKinds) => setSchemes({ pointKinds })}
        />
      ),
    },
    {
      key: 'roles',
      label: text('settings.roles'),
      children: <RoleList entries={schemes.roles} onChange={(roles) => setSchemes({ roles })} />,
    },
    {
      key: 'negative',
      label: text('settings.negative'),
      children: (
        <NegativeList
          entries={schemes.negativeList}
          onChange={(negativeList) => setSchemes({ negativeList })}
        />
      ),
    },
  ];
  return (
    <Modal
      open
      title={text('settings.title')}
      width={720}
      okText={text('common.save')}
      okButtonProps={{ disabled: !parsed.success || problem !== null }}
      onOk={() => parsed.success && props.onSave(parsed.data)}
      onCancel={props.onClose}
    >
      <Tabs items={tabs} />
      <p className={styles.problem} role="alert">
        {problem
          ? text('settings.sameKey', { key: problem })
          : !parsed.success && text('settings.incomplete')}
      </p>
    </Modal>
  );
}

/** A key that stands twice in one of the lists, or null. */
function keyProblem(schemes: Project['schemes']): string | null {
  for (const list of Object.values(schemes)) {
    const seen = new Set<string>();
    for (const { key } of list) {
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  return null;
}
