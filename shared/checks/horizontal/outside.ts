import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Defect } from './defect.ts';
import type { FixSides } from '#shared/checks/fixes/fix-sides.ts';
import { outsideFixes } from '#shared/checks/fixes/outside-fixes.ts';

/** Ground of zones beyond the official outline. */
export function outsideFinding(
  defect: Defect,
  nameOf: (id: string) => string,
  sides: FixSides,
): DraftFinding {
  const names = defect.zoneIds.map(nameOf).join('、');
  return {
    rule: 'outside',
    severity: 'error',
    recordIds: defect.zoneIds,
    areaM2: defect.face.areaM2,
    widthM: defect.widthM,
    lengthM: null,
    at: defect.at,
    geometry: defect.face.polygon,
    message: { key: 'outside', params: { names, area: readable(defect.face.areaM2) } },
    fixes: outsideFixes(defect, sides),
  };
}
