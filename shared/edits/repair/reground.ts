import { isInForce } from '#shared/model/in-force.ts';
import Flatbush from 'flatbush';
import type { CommandResult } from '#shared/edits/command.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { precedence } from '#shared/model/precedence.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { CoveragePart } from '#shared/topology/packed-coverage.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';
import { regroundCoverage } from '#shared/topology/repair/reground-coverage.ts';
import {
  type RepairAnswer,
  RepairRefused,
  type RepairPart,
} from '#shared/topology/repair/repair-question.ts';

export type Refusal = Extract<CommandResult, { refused: string }> & {
  /** The record that would be left without ground. */
  vanishedId?: string;
};

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

/** Ground of rings that enclose nothing, as doubles see it, in m². */
const noGroundM2 = 1e-6;

/** Two steps of the grid, so that what touches is near for certain. */
const margin = fromGrid(2);

const boxes = new WeakMap<object, Bounds>();

/** Box of an area, found once for each, since records never change in place. */
function boxOf(area: CoveragePart['geometry']): Bounds {
  let box = boxes.get(area);
  if (box === undefined) {
    box = areaBounds(area);
    boxes.set(area, box);
  }
  return box;
}

/** Parts that come near any of `places`, or near a part that does. */
function partsNear<P extends CoveragePart>(
  parts: readonly P[],
  places: readonly CoveragePart['geometry'][],
): P[] {
  const near = (boxes: readonly (readonly number[])[]): P[] => {
    if (boxes.length === 0) return [];
    const index = new Flatbush(boxes.length);
    for (const [west = 0, south = 0, east = 0, north = 0] of boxes) {
      index.add(west - margin, south - margin, east + margin, north + margin);
    }
    index.finish();
    return parts.filter(({ geometry }) => {
      const box = boxOf(geometry);
      return box[0] <= box[2] && index.collides(...box);
    });
  };
  const beside = near(places.map(boxOf));
  return near([...places, ...beside.map(({ geometry }) => geometry)].map(boxOf));
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

function recordWith(record: AnyRecord, geometry: Area): AnyRecord {
  return { ...record, geometry } as AnyRecord;
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
  const mended = mendIds.flatMap((id): CoveragePart['geometry'][] => {
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
  let answer: RepairAnswer;
  try {
    answer = regroundCoverage({
      boundary: district ?? null,
      zones: [...new Set([...partsNear(zones, places), ...zones.filter(isNamed)])],
      exceptions: partsNear(exceptions, places),
      planar: false,
      decisions,
      newId: newRecord?.id ?? null,
      mendIds,
      settles: null,
    });
  } catch (error) {
    if (!(error instanceof RepairRefused)) throw error;
    const zone = error.zoneId === null ? undefined : document.get(error.zoneId);
    return {
      refused: `edit.repairRefused.${error.reason}`,
      ...(zone && { params: { zone: recordTitle(zone) } }),
    };
  }
  if (answer.idle.length > 0 && !request.mayIdle) {
    return { refused: 'edit.repairRefused.changed' };
  }
  const records: AnyRecord[] = [];
  for (const [id, ground] of answer.grounds) {
    const record = id === newRecord?.id ? newRecord : document.get(id);
    if (!record) continue;
    // What never had any ground stays as it is, unless it is what was to be mended.
    const was = 'geometry' in record ? (record.geometry as Area) : null;
    const isBystander = !mendIds.includes(id) && was !== null && areaM2(was) < noGroundM2;
    if (ground === null && isBystander) continue;
    if (ground === null) {
      return {
        refused: 'edit.repairRefused.vanish',
        params: { zone: recordTitle(record) },
        vanishedId: id,
      };
    }
    records.push(recordWith(record, ground as Area));
  }
  return putPatch(document, records);
}
