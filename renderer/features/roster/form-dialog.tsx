import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './roster.module.css';

/** A small form in a dialog. It stays with a sentence when what it says cannot be done. */
export function FormDialog(props: {
  title: string;
  ok: string;
  /** Does it; answers with a sentence when it cannot be done. */
  onOk: () => string | null;
  onClose: () => void;
  danger?: boolean;
  children: ReactNode;
}) {
  const text = useText();
  const form = useId();
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const refused = props.onOk();
    setError(refused);
    if (refused === null) props.onClose();
  };
  return (
    <Modal
      open
      width={440}
      title={props.title}
      okText={props.ok}
      cancelText={text('common.cancel')}
      okButtonProps={{ htmlType: 'submit', form, danger: props.danger ?? false }}
      onCancel={props.onClose}
      afterOpenChange={(shown) => {
        // The dialog takes the keys to its own button first.
        if (shown) document.getElementById(form)?.querySelector('input')?.focus();
      }}
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {props.children}
        {error !== null && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </form>
    </Modal>
  );
}

/** A field of a form under its name; the control itself carries the name for those who do not see it. */
export function Field(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <div aria-hidden>{props.label}</div>
      {props.children}
    </div>
  );
}
