import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import type { Fix } from '#shared/model/fix.ts';
import { groundUnder, isAtPoint } from './ground-under.ts';

/** The same finding for the same fixes, so that nothing is told anew that did not change. */
const known = new WeakMap<DraftFinding, { key: string; draft: DraftFinding }>();

const outlines = new WeakMap<Ground, AreaIndex>();

function isBeyond(boundary: Ground | null, at: DraftFinding['at']): boolean {
  if (!boundary) return false;
  let outline = outlines.get(boundary);
  if (!outline) {
    outline = new AreaIndex(boundary);
    outlines.set(boundary, outline);
  }
  return outline.locate(at, 0) === 'outside';
}

/**
 * A point is mended with the ground on which it stands: its gap or overlap. One beyond the outline can
 * be moved inside, or be taken out, since it is of another district.
 */
function fixesOf(
  draft: DraftFinding,
  findings: readonly DraftFinding[],
  boundary: Ground | null,
): Fix[] {
  const ground = groundUnder(draft, findings);
  if (ground) return ground.fixes ?? [];
  const [pointId = ''] = draft.recordIds;
  if (draft.rule !== 'uncovered-point') return [];
  const remove: Fix = { kind: 'remove-point', pointId };
  return isBeyond(boundary, draft.at) ? [{ kind: 'move-point', pointId }, remove] : [remove];
}

/** Findings, those at points with the fixes of the ground on which they stand. */
export function withPointFixes(
  findings: readonly DraftFinding[],
  boundary: Ground | null,
): DraftFinding[] {
  return findings.map((draft) => {
    if (!isAtPoint(draft)) return draft;
    const fixes = fixesOf(draft, findings, boundary);
    const key = JSON.stringify([fixes, draft.issueClasses]);
    const before = known.get(draft);
    if (before?.key === key) return before.draft;
    const made = { ...draft, fixes };
    known.set(draft, { key, draft: made });
    return made;
  });
}
