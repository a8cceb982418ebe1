import { Modal } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './keys-dialog.module.css';

const keys: [string, string][] = [
  ['Ctrl K', 'search'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Shift Z', 'redo'],
  ['Ctrl O', 'open'],
  ['Ctrl S', 'save'],
  ['Ctrl I', 'import'],
  ['Ctrl E', 'export'],
  ['F9', 'check'],
  ['F5', 'briefing'],
  ['Alt 1 … 9, 0', 'drawer'],
  ['L', 'layers'],
  ['C', 'centre'],
  ['↑ ↓ Enter', 'rows'],
  ['F', 'fixes'],
  ['Esc', 'back'],
  ['?', 'help'],
];

/** Sheet of all keys. */
export function KeysDialog(props: { onClose: () => void }) {
  const text = useText();
  return (
    <Modal open title={text('keys.title')} footer={null} width={480} onCancel={props.onClose}>
      <dl className={styles.keys}>
        {keys.map(([combination, name]) => (
          <div key={name}>
            <dt>
              <kbd>{combination}</kbd>
            </dt>
            <dd>{text(textKey(`keys.${name}`))}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
