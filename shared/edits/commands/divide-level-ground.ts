import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { divideLevels } from '#shared/edits/repair/divide-levels.ts';
import type { LevelGroundFix } from '#shared/edits/repair/level-choice.ts';
import type { FixTarget } from '#shared/model/fix.ts';

/** The area that a fix is named after. */
function mainId(fix: LevelGroundFix): string {
  switch (fix.kind) {
    case 'hand-over':
      return fix.toId;
    case 'grow-parent':
    case 'shrink-parent':
      return fix.parentId;
    case 'keep-border':
      return fix.areaId;
    default:
      return fix.childId;
  }
}

/**
 * Divides ground on which two levels, or two areas of one level, do not agree: gives it to an area or
 * takes it from one, exactly along the borders that are there.
 */
export const divideLevelGround: Command<{ target: FixTarget; fix: LevelGroundFix }> = (
  document,
  { target, fix },
) => {
  const area = document.get(mainId(fix));
  if (!area) return { refused: 'edit.refused.missing' };
  const divided = divideLevels(document, target, fix);
  if ('refused' in divided) return divided;
  const label: EditLabel = {
    key: `edit.levels.${fix.kind}`,
    params: { title: recordTitle(area) },
  };
  return { ...divided, label, selection: [area.id] };
};
