import type { Position } from 'geojson';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { emptyPatch, type Patch, squashPatches } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { areaBounds, boundsOf } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import {
  type DivideAnswer,
  divideGround,
  type DivideQuestion,
} from '#shared/topology/redraw/divide-ground.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { beyondParent } from './beyond-parent.ts';
import { nearParties } from './near-parties.ts';
import type { Refusal } from './refusal.ts';

export interface DivideRequest {
  /** Zones whose ground is divided. */
  subjectIds: readonly string[];
  /** Zones that `assign` may name besides the subjects and the new ones. */
  receiverIds?: readonly string[];
  /** Whether ground for which nobody answers is divided too, around the lines. */
  includesFree?: boolean;
  /** [longitude, latitude] in degrees. */
  lines: readonly Position[][];
  assign: DivideQuestion['assign'];
  /** Zones that `assign` may name though they are not there yet; their geometry is filled in. */
  newZones: readonly Zone[];
  /** Whether a zone may be left without ground, and is removed then. */
  mayVanish: boolean;
  /** Whether ground may go beyond the receiver's own community or street. */
  beyondLevels: boolean;
}

export interface Divided extends DivideAnswer {
  patch: Patch;
}

/** Why a position cannot be drawn at; null when all can. */
export function offTheMap(lines: readonly Position[][]): Refusal | null {
  const isOn = ([x, y]: Position): boolean =>
    x !== undefined && y !== undefined && Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return lines.every((line) => line.every(isOn)) ? null : { refused: 'edit.refused.offTheMap' };
}

/** The ground divided along lines and assigned, or why it cannot be. */
function divided(document: DocumentView, request: DivideRequest): DivideAnswer | Refusal {
  const { subjectIds, receiverIds = [], includesFree = false, lines } = request;
  const boxes = [...subjectIds, ...receiverIds].flatMap((id) => {
    const zone = document.find('zone', id);
    const ground = zone && zoneGround(zone);
    return ground ? [areaBounds(ground)] : [];
  });
  if (includesFree) boxes.push(...lines.map(boundsOf));
  const [district] = document.all('district');
  try {
    return divideGround({
      boundary: district ?? null,
      ...nearParties(document, boxes),
      planar: false,
      subjectIds,
      receiverIds,
      includesFree,
      lines,
      assign: request.assign,
    });
  } catch (error) {
    if (error instanceof TooWideError) return { refused: 'edit.refused.offTheMap' };
    if (!(error instanceof RepairRefused)) throw error;
    const zone = error.zoneId === null ? undefined : document.get(error.zoneId);
    return {
      refused: `edit.repairRefused.${error.reason}`,
      ...(zone && { params: { zone: recordTitle(zone) } }),
    };
  }
}

/**
 * The patch that divides the ground of zones along lines. Neighbours that get a corner on a common
 * border are in it too. Zones that lose all their ground are removed when they may be.
 */
export function divideZones(document: DocumentView, request: DivideRequest): Divided | Refusal {
  const off = offTheMap(request.lines);
  if (off) return off;
  const answer = divided(document, request);
  if ('refused' in answer) return answer;
  const news = new Map(request.newZones.map((zone) => [zone.id, zone]));
  const receivers = answer.owners.map((id) =>
    id === null ? null : (news.get(id) ?? document.find('zone', id) ?? null),
  );
  const beyond = request.beyondLevels ? null : beyondParent(document, answer.pieces, receivers);
  if (beyond) return beyond;
  const records: AnyRecord[] = [];
  const gone: string[] = [];
  for (const [id, ground] of answer.grounds) {
    const record = news.get(id) ?? document.get(id);
    if (!record) continue;
    if (ground !== null) records.push({ ...record, geometry: ground as Area } as AnyRecord);
    else if (request.mayVanish) gone.push(id);
    else return { refused: 'edit.repairRefused.vanish', params: { zone: recordTitle(record) } };
  }
  if (records.length + gone.length === 0) return { refused: 'edit.refused.unchanged' };
  const put = records.length > 0 ? putPatch(document, records) : { patch: emptyPatch() };
  if ('refused' in put) return put;
  if (gone.length === 0) return { ...answer, patch: put.patch };
  const removed = removeRecords(patchedView(document, put.patch), { ids: gone });
  if ('refused' in removed) return removed;
  return { ...answer, patch: squashPatches([put.patch, removed.patch]) };
}
