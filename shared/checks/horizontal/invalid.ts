import { readable } from '#shared/checks/amount.ts';
import type { AreaBalance, DraftFinding } from '#shared/checks/finding.ts';
import type { Position } from 'geojson';
import { balanceTolerance } from './coverage-faces.ts';
import type { Fault } from './mend-ring.ts';

/** Rings that only had to be tidied up; the others change what ground is meant. */
const harmless = new Set<Fault['kind']>(['unclosed', 'spike', 'too-short', 'zero-area']);

/**
 * A fault in the rings of a record, mended on a copy so that the check could go on. `isGround` says
 * whether the copy has any ground.
 */
export function invalidFinding(
  record: { id: string; name: string },
  fault: Fault,
  isGround: boolean,
): DraftFinding {
  return {
    rule: 'invalid',
    severity: harmless.has(fault.kind) ? 'warning' : 'error',
    recordIds: [record.id],
    areaM2: null,
    widthM: null,
    lengthM: null,
    at: fault.at,
    geometry: { type: 'Point', coordinates: fault.at },
    message: { key: `invalid.${fault.kind}`, params: { name: record.name, n: fault.times } },
    // Where nothing is left once the rings are mended, somebody has to draw them again.
    fixes: !isGround ? [] : [{ kind: 'mend-rings', recordId: record.id }],
  };
}

/** The check's own failure: its areas do not add up, so its findings must not be trusted. */
export function balanceFinding(areas: AreaBalance, at: Position): DraftFinding | null {
  if (Math.abs(areas.balance) <= balanceTolerance(areas.boundary)) return null;
  return {
    rule: 'invalid',
    severity: 'error',
    recordIds: [],
    areaM2: Math.abs(areas.balance),
    widthM: null,
    lengthM: null,
    at,
    geometry: { type: 'Point', coordinates: at },
    message: { key: 'invalid.balance', params: { area: readable(Math.abs(areas.balance)) } },
  };
}
