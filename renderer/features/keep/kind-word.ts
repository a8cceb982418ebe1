import { type Translate, textKey } from '#renderer/ui/text-key.ts';
import type { RecordKind } from '#shared/model/record.ts';

/** What records of a kind are called. */
export function kindWord(text: Translate, kind: RecordKind): string {
  if (kind === 'issueChunk') return text('kind.issue');
  if (kind === 'project') return text('keep.projectRecord');
  return text(textKey(`kind.${kind}`));
}
