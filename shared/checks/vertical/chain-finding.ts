import type { DraftFinding, Severity, VerticalRule } from '#shared/checks/finding.ts';
import type { Seat } from './seat.ts';

/** A finding about a seat; `recordIds` come after the place. */
export function chainFinding(
  { place, role }: Seat,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  message: DraftFinding['message'],
): DraftFinding {
  const at = place.at();
  return {
    rule,
    severity,
    recordIds: [place.id, ...recordIds],
    areaM2: null,
    widthM: null,
    lengthM: null,
    at,
    geometry: { type: 'Point', coordinates: at },
    message: { ...message, params: { place: place.name, role: role.name, ...message.params } },
  };
}
