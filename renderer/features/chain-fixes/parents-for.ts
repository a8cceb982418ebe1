import { booleanPointInPolygon } from '@turf/turf';
import { parentChoices, parentOf } from '#renderer/features/repair/parent-choices.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { RecordOf } from '#shared/model/record.ts';

/** What the place of a finding may belong to, and which of it its ground lies in; null when in none. */
export function parentsFor(
  document: DocumentView,
  placeId: string,
  finding: Pick<Finding, 'at' | 'recordIds'>,
): { choices: { value: string; label: string }[]; likely: string | null } {
  const kind = document.get(placeId)?.kind;
  if (kind === 'zone') {
    return { choices: parentChoices(document), likely: parentOf(document, finding) };
  }
  const above: readonly RecordOf<'district' | 'street'>[] =
    kind === 'community' ? document.all('street') : document.all('district');
  const around = above.find(({ geometry }) => booleanPointInPolygon(finding.at, geometry));
  return {
    choices: above.map(({ id, name }) => ({ value: id, label: name })),
    likely: around?.id ?? null,
  };
}
