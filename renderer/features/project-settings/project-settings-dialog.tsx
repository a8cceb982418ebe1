import { DatePicker, Form, Input, InputNumber, Modal, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { Project } from '#shared/model/project.ts';
import { mostToleranceM, project as projectSchema } from '#shared/model/project.ts';
import { ChainRulesForm } from './chain-rules-form.tsx';
import { Consequences } from './consequences.tsx';
import styles from './project-settings.module.css';
import { RoleLists } from './role-lists.tsx';
import { IssueClassList, NegativeList, PointKindList } from './scheme-lists.tsx';
import { schemeProblem } from './scheme-problem.ts';

/** Name, day of the inspection, and the office's own lists; stored as one step. */
export function ProjectSettingsDialog(props: {
  project: Project;
  /** `rolesToDrop`: roles that the user has taken away though posts name them. */
  onSave: (project: Project, rolesToDrop: string[]) => void;
  onClose: () => void;
}) {
  const text = useText();
  const { author, setAuthor } = useView();
  const [draft, setDraft] = useState(props.project);
  const { schemes } = draft;
  const setSchemes = (changed: Partial<Project['schemes']>) =>
    setDraft({ ...draft, schemes: { ...schemes, ...changed } });
  const { answer: use } = useAnswer('schemeInUse', {});
  const problem = schemeProblem(draft, text);
  const save = () => {
    const kept = new Set(schemes.roles.map(({ key }) => key));
    const roles = props.project.schemes.roles.map(({ key }) => key);
    props.onSave(
      projectSchema.parse(draft),
      roles.filter((key) => !kept.has(key)),
    );
  };

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
      children: (
        <RoleLists
          roles={schemes.roles}
          inUse={use?.roles ?? new Map<string, number>()}
          onChange={(roles) => setSchemes({ roles })}
        />
      ),
    },
    {
      key: 'rules',
      label: text('settings.rules.title'),
      children: (
        <ChainRulesForm rules={draft.chain} onChange={(chain) => setDraft({ ...draft, chain })} />
      ),
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
      width={920}
      style={{ top: 48 }}
      okText={text('common.save')}
      okButtonProps={{ disabled: problem !== null }}
      onOk={save}
      onCancel={props.onClose}
    >
      <Tabs items={tabs} />
      <Consequences before={props.project} draft={draft} use={use} />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    </Modal>
  );
}
