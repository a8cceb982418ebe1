import type { Fix, FixTarget } from '#shared/model/fix.ts';
import type { Command } from './command.ts';
import { addZoneOnGround } from './commands/add-zone-on-ground.ts';
import { changeParent } from './commands/change-parent.ts';
import { cutOutside } from './commands/cut-outside.ts';
import { declareException, type ExceptionForm } from './commands/declare-exception.ts';
import { divideLevelGround } from './commands/divide-level-ground.ts';
import { giveGround } from './commands/give-ground.ts';
import { keepDuplicate } from './commands/keep-duplicate.ts';
import { keepGround } from './commands/keep-ground.ts';
import { keepLine } from './commands/keep-line.ts';
import { mendRings } from './commands/mend-rings.ts';
import { moveChildren } from './commands/move-children.ts';
import { moveLayer } from './commands/move-layer.ts';
import { movePointInside } from './commands/move-point-inside.ts';
import { removeRecords } from './commands/remove-records.ts';
import { splitGround } from './commands/split-ground.ts';
import type { NewZoneForm } from './redraw/new-zone.ts';
import { carryToLevels } from './repair/carry-levels.ts';

/** A finding with the fix chosen for it, and what was filled in where the fix asks for it. */
export interface FixRequest {
  /** The finding. */
  target: FixTarget;
  fix: Fix;
  /** Day of the check that told the finding, `YYYY-MM-DD`. */
  on: string;
  /** For `new-zone`. */
  newZone?: Omit<NewZoneForm, 'categories'>;
  /** For `declare-exception`. */
  exception?: ExceptionForm;
  /**
   * Whether streets and communities that have the same fault on the same ground are mended with the
   * zones; see carryToLevels.
   */
  carry?: boolean;
}

/** Carries out any fix of a finding by its own command; what each one does is written there. */
export const applyFix: Command<FixRequest> = (document, request) => {
  const result = applyAlone(document, request);
  if (!request.carry || 'refused' in result || !carries(request.fix)) return result;
  return { ...result, patch: carryToLevels(document, result.patch) };
};

const dividesZones = new Set<Fix['kind']>([
  'give-ground',
  'new-zone',
  'keep-ground',
  'split-ground',
  'cut-outside',
  'keep-line',
]);

/** Whether a fix divides ground among zones, so that streets and communities can follow. */
export function carries({ kind }: Fix): boolean {
  return dividesZones.has(kind);
}

const applyAlone: Command<FixRequest> = (document, request) => {
  const { target, fix, on } = request;
  switch (fix.kind) {
    case 'give-ground':
      return giveGround(document, { target, on, zoneId: fix.zoneId });
    case 'new-zone':
      if (!request.newZone) return { refused: 'edit.repairRefused.formMissing' };
      return addZoneOnGround(document, { target, on, ...request.newZone });
    case 'declare-exception':
      if (!request.exception) return { refused: 'edit.repairRefused.formMissing' };
      return declareException(document, { target, on, ...request.exception });
    case 'keep-ground':
      return keepGround(document, { target, on, zoneId: fix.zoneId });
    case 'split-ground':
      return splitGround(document, { target, on, zoneIds: fix.zoneIds });
    case 'cut-outside':
      return cutOutside(document, { target, on });
    case 'keep-line':
      return keepLine(document, { target, on, zoneId: fix.zoneId });
    case 'mend-rings':
      return mendRings(document, { recordId: fix.recordId, on });
    case 'keep-duplicate':
      return keepDuplicate(document, { target, zoneId: fix.zoneId });
    case 'move-layer':
      return moveLayer(document, fix);
    case 'move-children':
      return moveChildren(document, fix);
    case 'change-parent':
      return changeParent(document, fix);
    case 'remove-point':
      return removeRecords(document, { ids: [fix.pointId] });
    case 'move-point':
      return movePointInside(document, fix);
    default:
      return divideLevelGround(document, { target, fix });
  }
};
