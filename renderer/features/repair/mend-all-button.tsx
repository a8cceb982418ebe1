import { Button } from 'antd';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Opens the list of small findings to mend together; not there when no finding has a fix. */
export function MendAllButton() {
  const text = useText();
  const show = useDialogs((state) => state.show);
  const mayEdit = useMayEdit();
  const any = useFindings(
    ({ report }) => report?.findings.some(({ fixes }) => fixes.length > 0) ?? false,
  );
  if (!any) return null;
  return (
    <Button
      size="small"
      disabled={!mayEdit}
      title={mayEdit ? undefined : text('edit.refused.reader')}
      onClick={() => show('mend-all')}
    >
      {text('repair.all.open')}
    </Button>
  );
}
