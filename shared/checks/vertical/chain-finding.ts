import type { Position } from 'geojson';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import type { Seat } from '#shared/chain/seat.ts';
import type { DraftFinding, Severity, VerticalRule } from '#shared/checks/finding.ts';
import { placePosition } from '#shared/chain/place-position.ts';

/** A finding at a position. */
export function findingAt(
  at: Position,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  message: DraftFinding['message'],
): DraftFinding {
  return {
    rule,
    severity,
    recordIds: [...recordIds],
    areaM2: null,
    widthM: null,
    lengthM: null,
    at,
    geometry: { type: 'Point', coordinates: at },
    message,
  };
}

/** A finding about a place; `recordIds` come after it. */
export function placeFinding(
  place: ChainPlace,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  { key, params }: DraftFinding['message'],
): DraftFinding {
  return findingAt(placePosition(place), rule, severity, [place.id, ...recordIds], {
    key,
    params: { place: place.name, ...params },
  });
}

/** A finding about a seat; `recordIds` come after its place. */
export function chainFinding(
  { place, role }: Seat,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  { key, params }: DraftFinding['message'],
): DraftFinding {
  return placeFinding(place, rule, severity, recordIds, {
    key,
    params: { role: role.name, ...params },
  });
}
