import { Button } from 'antd';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { useMayEdit } from '#renderer/features/edit/use-may-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import styles from './layer-panel.module.css';

/** How many base units there are, with the way to take all of them out again. */
export function BaseUnitsNote({ document }: { document: DocumentView }) {
  const text = useText();
  const edit = useEdit();
  const mayEdit = useMayEdit();
  const units = document.all('baseUnit');
  return (
    <small className={styles.note}>
      {text('layer.baseUnitsCount', { count: units.length })}
      {mayEdit && (
        <Button
          type="link"
          size="small"
          onClick={() => edit(removeRecords, { ids: units.map(({ id }) => id) })}
        >
          {text('layer.removeBaseUnits')}
        </Button>
      )}
    </small>
  );
}
