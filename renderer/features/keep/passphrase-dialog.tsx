import { Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { usePassphrase } from '#renderer/state/passphrase.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './keep.module.css';

/** Asks for the passphrase of a file that is being opened; nothing is shown while none asks. */
export function PassphraseDialog() {
  const { asked } = usePassphrase();
  return asked && <Ask key={String(asked.isAgain)} {...asked} />;
}

function Ask(props: { file: string; isAgain: boolean }) {
  const text = useText();
  const answer = usePassphrase((state) => state.answer);
  const [typed, setTyped] = useState('');
  const field = useRef<InputRef>(null);
  return (
    <Modal
      open
      title={text('keep.passphrase.ask')}
      okText={text('keep.passphrase.open')}
      cancelText={text('common.cancel')}
      okButtonProps={{ disabled: typed === '' }}
      width={440}
      zIndex={1200}
      afterOpenChange={(open) => open && field.current?.focus()}
      onOk={() => answer(typed)}
      onCancel={() => answer(null)}
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{text('keep.passphrase.askHint', { name: props.file })}</p>
        <label className={styles.field}>
          {text('keep.passphrase.field')}
          <Input.Password
            ref={field}
            value={typed}
            status={props.isAgain ? 'error' : ''}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => typed !== '' && answer(typed)}
          />
        </label>
        {props.isAgain && typed === '' && (
          <p role="alert">{text('storage.file.wrongPassphrase')}</p>
        )}
      </div>
    </Modal>
  );
}
