import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Defect } from './defect.ts';
import type { FixSides } from '#shared/checks/fixes/fix-sides.ts';
import { overlapFixes } from '#shared/checks/fixes/overlap-fixes.ts';

/** Ground for which several zones answer: one finding naming all of them. */
export function overlapFinding(
  defect: Defect,
  nameOf: (id: string) => string,
  scope: string,
  sides: FixSides,
): DraftFinding {
  const names = defect.zoneIds.map(nameOf);
  const [a = '', b = ''] = names;
  const area = readable(defect.face.areaM2);
  return {
    rule: 'overlap',
    severity: 'error',
    recordIds: defect.zoneIds,
    areaM2: defect.face.areaM2,
    widthM: defect.widthM,
    lengthM: null,
    at: defect.at,
    geometry: defect.face.polygon,
    message:
      names.length === 2
        ? { key: 'overlap.two', params: { a, b, area, scope } }
        : {
            key: 'overlap.many',
            params: { names: names.join('、'), n: names.length, area, scope },
          },
    fixes: overlapFixes(defect, sides),
  };
}
