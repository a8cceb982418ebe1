import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSealed } from '#renderer/state/keep/use-sealed.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './keep.module.css';

interface SaveAsProps {
  busy: boolean;
  onSave: (passphrase: string | null) => void;
  onClose: () => void;
}

/** Saving under a new name, with a passphrase or without: as the project has it so far, unless the user says otherwise. */
export function SaveAsDialog({ projectId, ...props }: SaveAsProps & { projectId: string }) {
  const sealed = useSealed(projectId);
  return sealed !== null && <SaveAs sealed={sealed} {...props} />;
}

function SaveAs(props: SaveAsProps & { sealed: boolean }) {
  const text = useText();
  const [sealed, setSealed] = useState(props.sealed);
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const isReady = !sealed || (typed !== '' && typed === again);
  return (
    <Modal
      open
      title={text('keep.saveAs.title')}
      okText={text('keep.saveAs.save')}
      cancelText={text('common.cancel')}
      okButtonProps={{ disabled: !isReady, loading: props.busy }}
      width={460}
      onOk={() => props.onSave(sealed ? typed : null)}
      onCancel={props.onClose}
    >
      <div className={styles.form}>
        <Checkbox checked={sealed} onChange={(event) => setSealed(event.target.checked)}>
          {text('keep.saveAs.seal')}
        </Checkbox>
        <p className={styles.quiet}>{text('keep.saveAs.sealHint')}</p>
        {props.sealed && !sealed && <p role="alert">{text('keep.saveAs.openNow')}</p>}
        {sealed && (
          <>
            <label className={styles.field}>
              {text('keep.passphrase.field')}
              <Input.Password
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            <label className={styles.field}>
              {text('keep.saveAs.again')}
              <Input.Password
                value={again}
                autoComplete="off"
                onChange={(event) => setAgain(event.target.value)}
              />
            </label>
            {again !== '' && again !== typed && <p role="alert">{text('keep.saveAs.differ')}</p>}
            <p className={styles.quiet}>{text('keep.saveAs.lost')}</p>
          </>
        )}
      </div>
    </Modal>
  );
}
