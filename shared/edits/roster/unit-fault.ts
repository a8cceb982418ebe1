import type { Refusal } from '#shared/edits/command.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Organisation } from '#shared/model/organisation.ts';

/**
 * Why a unit cannot stand as it is: it has no name, the unit above is not there or is below it, or
 * another unit beside it is called the same, so that lists could not tell them apart.
 */
export function unitFault(document: DocumentView, unit: Organisation): Refusal | null {
  const { id, name, parentId } = unit;
  if (name.trim() === '') return { refused: 'edit.rosterRefused.noUnitName' };
  const seen = new Set([id]);
  for (let above = parentId; above !== null; ) {
    const parent = document.find('organisation', above);
    if (!parent) return { refused: 'edit.refused.missing' };
    if (parent.id === id) {
      const below = document.find('organisation', parentId ?? '')?.name ?? '';
      return { refused: 'edit.rosterRefused.unitCycle', params: { unit: name, parent: below } };
    }
    // A circle that was there before is not of this unit's making.
    if (seen.has(above)) break;
    seen.add(above);
    above = parent.parentId;
  }
  const twin = document
    .all('organisation')
    .some((other) => other.id !== id && other.parentId === parentId && other.name === name.trim());
  return twin ? { refused: 'edit.rosterRefused.unitTwin', params: { unit: name } } : null;
}
