import type { CommandResult } from '#shared/edits/command.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { GroundDecision } from '#shared/topology/repair/ground-decision.ts';

export type Refusal = Extract<CommandResult, { refused: string }>;

/** What ground is to be divided anew, and by which zones it is divided. */
export interface RegroundRequest {
  decisions: readonly GroundDecision[];
  /** See FixTarget: the zones that take part are those answering for these classes. */
  issueClasses: readonly string[] | null;
  /** Day on which exceptions have to be in force, `YYYY-MM-DD`. */
  on: string;
  /** Record that gets the ground of a decision to give it to a party that is new. */
  newRecord?: AnyRecord & { kind: 'zone' | 'exception' };
}

/** The patch that carries decisions out. */
export function reground(
  _document: DocumentView,
  _request: RegroundRequest,
): { patch: Patch } | Refusal {
  return { refused: 'edit.refused.repair.changed' };
}
