import { Modal } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { type KeyRow, useToolKeyRows } from '#renderer/features/redraw/use-tool-key-rows.ts';
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
  const { border, ground, hand } = useToolKeyRows();
  const everywhere = keys.map(
    ([combination, name]): KeyRow => [combination, text(textKey(`keys.${name}`))],
  );
  // In an order that fills three columns without parting any.
  const groups = { everywhere, border, hand, ground };
  return (
    <Modal
      open
      title={text('keys.title')}
      footer={null}
      width={1120}
      style={{ top: 32 }}
      onCancel={props.onClose}
    >
      <div className={styles.keys}>
        {Object.entries(groups).map(([group, rows]) => (
          <section key={group}>
            <h3>{text(textKey(`keys.group.${group}`))}</h3>
            <dl>
              {rows.map(([combination, what]) => (
                <div key={what}>
                  <dt>
                    <kbd>{combination}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
