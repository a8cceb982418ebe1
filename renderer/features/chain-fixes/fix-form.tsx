import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { SearchEntry } from '#renderer/features/search/search-index.ts';
import { closeChainFix } from '#renderer/state/chain-fix.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Command } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import type { ChainFix, ChainFixKind } from '#shared/model/chain-fix.ts';
import styles from './chain-fixes.module.css';

/** What the form of a fix is given. */
export interface FixFormProps<Kind extends ChainFixKind> {
  fix: Extract<ChainFix, { kind: Kind }>;
  finding: Finding;
  document: Document;
  /** Spellings of all people. */
  entries: readonly SearchEntry[];
  /** Today, `YYYY-MM-DD`. */
  on: string;
  /** Carries the fix out; what is refused is said in the dialog. */
  apply: <Arguments>(command: Command<Arguments>, args: Arguments) => void;
}

/** The frame of every form: its fields, a button that does it, and one that leaves it. */
export function FixForm<Values extends object>(props: {
  initial: Partial<Values>;
  onSubmit: (values: Values) => void;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      name="chain-fix"
      initialValues={props.initial}
      onFinish={props.onSubmit}
    >
      {props.children}
      <footer className={styles.footer}>
        <Button onClick={closeChainFix}>{text('common.cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {text('repair.apply')}
        </Button>
      </footer>
    </Form>
  );
}

export const dayFormat = 'YYYY-MM-DD';
