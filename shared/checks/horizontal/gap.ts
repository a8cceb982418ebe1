import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Defect } from './defect.ts';
import type { FixSides } from '#shared/checks/fixes/fix-sides.ts';
import { gapFixes } from '#shared/checks/fixes/gap-fixes.ts';

function messageKey(zones: number, atBoundary: boolean): string {
  if (zones === 0) return 'gap.alone';
  if (zones === 1) return atBoundary ? 'gap.besideAtEdge' : 'gap.beside';
  if (zones === 2) return 'gap.between';
  return 'gap.among';
}

/** Ground of the boundary for which nobody answers. */
export function gapFinding(
  defect: Defect,
  nameOf: (id: string) => string,
  scope: string,
  sides: FixSides,
): DraftFinding {
  const [a = '', b = ''] = defect.zoneIds.map(nameOf);
  const params = { a, b, n: defect.zoneIds.length, area: readable(defect.face.areaM2), scope };
  return {
    rule: 'gap',
    severity: 'error',
    recordIds: defect.zoneIds,
    areaM2: defect.face.areaM2,
    widthM: defect.widthM,
    lengthM: null,
    at: defect.at,
    geometry: defect.face.polygon,
    message: { key: messageKey(defect.zoneIds.length, defect.atBoundary), params },
    fixes: gapFixes(defect, sides),
  };
}
