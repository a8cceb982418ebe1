import type { Command } from '#shared/edits/command.ts';
import { decideTarget, type GroundFix } from '#shared/edits/repair/decide-target.ts';
import { targetGround } from '#shared/edits/repair/target-ground.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';

/** What an exception needs; days are `YYYY-MM-DD`, both included. */
export interface ExceptionForm {
  newId: string;
  name: string;
  reason: string;
  approver: string;
  from: string;
  expires: string;
}

/** Excepts ground for which nobody answers: approved by somebody, for a reason, until a day. */
export const declareException: Command<GroundFix & ExceptionForm> = (document, args) => {
  const geometry = targetGround(args.target) as Area | null;
  if (!geometry) return { refused: 'edit.repairRefused.noGround' };
  const { newId, name, reason, approver, from, expires } = args;
  if (from > args.on || expires < args.on) {
    return { refused: 'edit.repairRefused.notInForce', params: { from, expires, on: args.on } };
  }
  const exception: Exception = {
    kind: 'exception',
    id: newId,
    name,
    geometry,
    reason,
    approver,
    from,
    expires,
  };
  const decided = decideTarget(document, args, { kind: 'give', to: newId }, exception);
  if ('refused' in decided) return decided;
  return {
    ...decided,
    label: { key: 'edit.repair.exception', params: { name } },
    selection: [newId],
  };
};
