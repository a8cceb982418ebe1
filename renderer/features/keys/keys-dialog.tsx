import { Modal } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { useToolKeyRows } from '#renderer/features/redraw/use-tool-key-rows.ts';
import styles from './keys-dialog.module.css';

const keys: [string, string][] = [
  ['Ctrl K', 'search'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Shift Z', 'redo'],
  ['Ctrl O', 'open'],
  ['Ctrl S', 'save'],
  ['Ctrl Shift S', 'saveAs'],
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
  const rows = [
    ...keys.map(([combination, name]) => [combination, text(textKey(`keys.${name}`))] as const),
    ...useToolKeyRows(),
  ];
  return (
    <Modal
      open
      title={text('keys.title')}
      footer={null}
      width={880}
      style={{ top: 32 }}
      onCancel={props.onClose}
    >
      <dl className={styles.keys}>
        {rows.map(([combination, what]) => (
          <div key={what}>
            <dt>
              <kbd>{combination}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
