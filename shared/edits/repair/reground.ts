import type { Patch } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import { isInForce } from '#shared/model/in-force.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { CoveragePart, Ground } from '#shared/topology/packed-coverage.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';
import { regroundCoverage } from '#shared/topology/repair/reground-coverage.ts';
import type { RepairPart } from '#shared/topology/repair/repair-question.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { groundPatch, type Refusal, refusedOr } from './ground-patch.ts';
import { partsNear } from './parts-near.ts';

/** What ground is to be divided anew, and by which zones it is divided. */
export interface RegroundRequest {
  decisions: readonly GroundDecision[];
  /** Records (zones, exceptions, the district) whose rings are to be made valid. */
  mendIds: readonly string[];
  /** See FixTarget: the zones that take part are those answering for these classes. */
  issueClasses: readonly string[] | null;
  /** Day on which exceptions have to be in force, `YYYY-MM-DD`. */
  on: string;
  /** Record that gets the ground of a decision to give it to a party that is new. */
  newRecord?: Zone | Exception;
  /** Whether decisions may find nothing to do, because something else has mended it. */
  mayIdle?: boolean;
}

/** Zones that answer for the classes, as parties; those made from a line or a position are fixed. */
function partiesOf(document: DocumentView, issueClasses: readonly string[] | null): RepairPart[] {
  const [issueClass] = issueClasses ?? [];
  return document.all('zone').flatMap((zone): RepairPart[] => {
    const answers =
      issueClass === undefined ||
      zone.categories.length === 0 ||
      zone.categories.includes(issueClass);
    const geometry = answers ? zoneGround(zone) : null;
    if (!geometry) return [];
    const isFixed = zone.geometry !== geometry;
    return [{ id: zone.id, geometry, rank: precedence[zone.shape], isFixed }];
  });
}

/** Streets or communities as parties, for rings of theirs that are to be made valid. */
function levelParties(document: DocumentView, kind: 'street' | 'community'): RepairPart[] {
  return document.all(kind).map(({ id, geometry }) => ({ id, geometry, rank: 0, isFixed: false }));
}

/**
 * The patch that divides ground anew as decided, or makes rings valid. Only what lies near is looked
 * at; neighbours that get a corner on a common border are in the patch too.
 */
export function reground(
  document: DocumentView,
  request: RegroundRequest,
): { patch: Patch } | Refusal {
  const { decisions, mendIds, on, newRecord } = request;
  const mended = mendIds.flatMap((id): Ground[] => {
    const record = document.get(id);
    return record && 'geometry' in record ? [record.geometry as Area] : [];
  });
  const places = [...decisions.map(({ ground }) => ground), ...mended];
  const exceptions = document
    .all('exception')
    .filter((exception) => isInForce(exception, on) || mendIds.includes(exception.id));
  const [district] = document.all('district');
  const zones = partiesOf(document, request.issueClasses);
  // Who is given ground takes part with what it has, wherever that lies.
  const named = new Set(
    decisions.flatMap(({ choice }) => (choice.kind === 'give' ? [choice.to] : [])),
  );
  const isNamed = ({ id }: CoveragePart): boolean => named.has(id);
  const divided = refusedOr(document, () =>
    regroundCoverage({
      boundary: district ?? null,
      zones: [...new Set([...partsNear(zones, places), ...zones.filter(isNamed)])],
      exceptions: partsNear(exceptions, places),
      planar: false,
      decisions,
      newId: newRecord?.id ?? null,
      mendIds,
      settles: null,
    }),
  );
  if ('refused' in divided) return divided;
  const { grounds, idle } = divided.answer;
  if (idle.length > 0 && !request.mayIdle) return { refused: 'edit.repairRefused.changed' };
  return groundPatch(document, grounds, mendIds, newRecord);
}

/** The patch that makes the rings of a street or community valid, with corners for its neighbours. */
export function mendLevelRings(
  document: DocumentView,
  kind: 'street' | 'community',
  recordId: string,
): { patch: Patch } | Refusal {
  const record = document.find(kind, recordId);
  if (!record) return { refused: 'edit.refused.missing' };
  const divided = refusedOr(document, () =>
    regroundCoverage({
      boundary: null,
      zones: partsNear(levelParties(document, kind), [record.geometry]),
      exceptions: [],
      planar: false,
      decisions: [],
      newId: null,
      mendIds: [recordId],
      settles: null,
    }),
  );
  return 'refused' in divided ? divided : groundPatch(document, divided.answer.grounds, [recordId]);
}
