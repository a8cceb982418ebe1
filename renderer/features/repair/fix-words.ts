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
  const nameOf = (id: string) => {
    const record = document.get(id);
    return record && 'name' in record ? record.name : '?';
  };
  const shift = ({ eastM, northM }: { eastM: number; northM: number }) => {
    return { east: Math.round(eastM * 10) / 10, north: Math.round(northM * 10) / 10 };
  };
  switch (fix.kind) {
    case 'give-ground':
    case 'keep-ground':
    case 'keep-duplicate':
      return { zone: nameOf(fix.zoneId) };
    case 'keep-line':
      return { zone: fix.zoneId === null ? '' : nameOf(fix.zoneId) };
    case 'split-ground':
      return { a: nameOf(fix.zoneIds[0]), b: nameOf(fix.zoneIds[1]) };
    case 'mend-rings':
      return { name: nameOf(fix.recordId) };
    case 'move-layer':
      return shift(fix);
    case 'move-children':
      return { parent: nameOf(fix.parentId), ...shift(fix) };
    case 'cut-child':
    case 'fill-parent':
    case 'keep-child':
      return { child: nameOf(fix.childId) };
    case 'hand-over':
      return { child: nameOf(fix.childId), to: nameOf(fix.toId) };
    case 'grow-parent':
    case 'shrink-parent':
      return { parent: nameOf(fix.parentId) };
    case 'change-parent':
      return { child: nameOf(fix.childId), parent: nameOf(fix.parentId) };
    case 'keep-border':
      return { area: nameOf(fix.areaId) };
    case 'remove-point':
    case 'move-point':
      return { point: nameOf(fix.pointId) };
    default:
      return {};
  }
}
