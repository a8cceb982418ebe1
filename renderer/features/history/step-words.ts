import { textKey, type Translate } from '#renderer/ui/text-key.ts';
import type { AuditRow } from '#shared/edits/audit.ts';

/** What a step of the log is called: the edit by its label, undo and redo by that of the edit they are about. */
export function stepWords(
  text: Translate,
  { label, action }: Pick<AuditRow, 'label' | 'action'>,
): string {
  const words = text(textKey(label.key), label.params);
  return action === 'edit' ? words : text(`history.${action}`, { label: words });
}
