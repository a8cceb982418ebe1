import type { FixChoice } from '#renderer/state/fix-outcome.ts';
import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Fix } from '#shared/model/fix.ts';

/** A fix as a short word for a row and as a sentence of its own. */
export interface FixWords {
  short: string;
  long: string;
}

/** What a fix of a finding is called; zones by their names. */
export function fixWords(
  text: Translate,
  document: DocumentView,
  { finding: { fixes }, fix }: FixChoice,
): FixWords {
  const params = paramsOf(document, fix);
  const kind = fix.kind === 'keep-line' && fix.zoneId === null ? 'keep-outline' : fix.kind;
  const isLongest =
    fix.kind === 'give-ground' && fix === fixes[0] && fixes[1]?.kind === 'give-ground';
  return {
    short: text(textKey(`repair.short.${kind}`), params),
    long: text(textKey(`repair.long.${isLongest ? 'give-longest' : kind}`), params),
  };
}

function paramsOf(document: DocumentView, fix: Fix): Record<string, string | number> {
  const nameOf = (id: string) => document.find('zone', id)?.name ?? '?';
  switch (fix.kind) {
    case 'give-ground':
    case 'keep-ground':
    case 'keep-duplicate':
      return { zone: nameOf(fix.zoneId) };
    case 'keep-line':
      return { zone: fix.zoneId === null ? '' : nameOf(fix.zoneId) };
    case 'split-ground':
      return { a: nameOf(fix.zoneIds[0]), b: nameOf(fix.zoneIds[1]) };
    case 'mend-rings': {
      const record = document.get(fix.recordId);
      return { name: record && 'name' in record ? record.name : '?' };
    }
    case 'move-layer':
      return { east: Math.round(fix.eastM * 10) / 10, north: Math.round(fix.northM * 10) / 10 };
    default:
      return {};
  }
}
