import { groundConsequence, type ZoneConsequence } from '#shared/analysis/ground-consequence.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { applyFix, type FixRequest } from '#shared/edits/apply-fix.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import { nearView } from '#shared/edits/near-view.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Fix } from '#shared/model/fix.ts';
import { localDay } from '#shared/model/local-day.ts';

/** A fix of a finding that somebody looks at or has chosen. */
export interface FixChoice {
  finding: Finding;
  fix: Fix;
}

/** What a fix would do, or why it would not. */
export type FixOutcome =
  | { refused: string; params?: Record<string, string | number> }
  | {
      result: Extract<CommandResult, { patch: Patch }>;
      consequences: ZoneConsequence[];
      moves: GroundMove[];
    };

/** What a form adds to a fix that asks for more. */
export type FixForm = Pick<FixRequest, 'newZone' | 'exception'>;

/** Name of a fix of a finding among all others. */
export function fixKey({ finding, fix }: FixChoice): string {
  return `${finding.id} ${JSON.stringify(fix)}`;
}

/** Tries a fix on a document, which stays as it is. */
export function outcomeOf(document: Document, choice: FixChoice, utcOffset: number): FixOutcome {
  const on = localDay(Date.now(), utcOffset);
  const result = applyFix(
    viewFor(document, choice),
    requestOf(choice, utcOffset, placeholders(choice.fix, on)),
  );
  if ('refused' in result) return result;
  return {
    result,
    consequences: groundConsequence(document, changesOf(result.patch)),
    moves: groundMoves(document, changesOf(result.patch), choice.finding.recordIds),
  };
}

/** As much of the document as the fix looks at: in a large one the window would have to wait. */
export function viewFor(document: DocumentView, { finding, fix }: FixChoice): DocumentView {
  const { geometry, rule } = finding;
  const isGround = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
  if (!isGround || rule === 'duplicate' || rule === 'invalid' || fix.kind === 'move-layer') {
    return document;
  }
  return nearView(document, [areaBounds(geometry)]);
}

export function requestOf(
  { finding, fix }: FixChoice,
  utcOffset: number,
  form: FixForm,
): FixRequest {
  const { recordIds, areaM2, geometry, issueClasses } = finding;
  const on = localDay(Date.now(), utcOffset);
  return { target: { recordIds, areaM2, geometry, issueClasses }, fix, on, ...form };
}

/** Enough for a trial of fixes that ask for more. */
function placeholders(fix: Fix, on: string): FixForm {
  const newId = crypto.randomUUID();
  if (fix.kind === 'new-zone') return { newZone: { newId, name: '?', parentId: null } };
  if (fix.kind !== 'declare-exception') return {};
  return { exception: { newId, name: '?', reason: '?', approver: '?', from: on, expires: on } };
}
