import type { Position } from 'geojson';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import type { Seat } from '#shared/chain/seat.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';
import type { DraftFinding, Severity } from '#shared/checks/finding.ts';
import type { VerticalRule } from '#shared/model/rule.ts';
import { placePosition } from '#shared/chain/place-position.ts';

/** A finding at a position. */
export function findingAt(
  at: Position,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  message: DraftFinding['message'],
  chainFixes: readonly ChainFix[] = [],
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
    ...(chainFixes.length > 0 && { chainFixes: [...chainFixes] }),
  };
}

/** A finding about a place; `recordIds` come after it. */
export function placeFinding(
  place: ChainPlace,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  { key, params }: DraftFinding['message'],
  chainFixes: readonly ChainFix[] = [],
): DraftFinding {
  const message = { key, params: { place: place.name, ...params } };
  const ids = [place.id, ...recordIds];
  return findingAt(placePosition(place), rule, severity, ids, message, chainFixes);
}

/** A finding about a seat; `recordIds` come after its place. */
export function chainFinding(
  { place, role }: Seat,
  rule: VerticalRule,
  severity: Severity,
  recordIds: readonly string[],
  { key, params }: DraftFinding['message'],
  chainFixes: readonly ChainFix[],
): DraftFinding {
  const message = { key, params: { role: role.name, ...params } };
  return placeFinding(place, rule, severity, recordIds, message, chainFixes);
}

/** Somebody takes the seat. */
export function appointTo({ place, role }: Seat): ChainFix {
  return { kind: 'appoint', level: place.level, targetId: place.id, role: role.key };
}
