import type { Position } from 'geojson';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { toArea } from '#shared/geo/clip.ts';
import type { FixSides } from '#shared/checks/fixes/fix-sides.ts';
import { mismatchFixes } from '#shared/checks/fixes/mismatch-fixes.ts';
import type { Defect } from './defect.ts';
import type { MismatchedStretch } from './mismatched-stretches.ts';

/** Each piece of ground once: that of several zones beyond the outline is an overlap as well. */
function piecesOf(defects: readonly Defect[]): readonly Defect[] {
  const overlaps = new Set(defects.flatMap((d) => (d.kind === 'overlap' ? String(d.at) : [])));
  return defects.filter((d) => d.kind !== 'outside' || !overlaps.has(String(d.at)));
}

/**
 * A stretch of border that two parties draw nearly, but not quite, alike. Without `sides` no fixes are
 * offered.
 */
export function mismatchFinding(
  { defects }: MismatchedStretch,
  nameOf: (id: string) => string,
  sides: FixSides | null,
): DraftFinding {
  const widest = defects.reduce((best, d) => (d.widthM > best.widthM ? d : best));
  const zoneIds = [...new Set([...widest.zoneIds, ...defects.flatMap((d) => d.zoneIds)])];
  const pieces = piecesOf(defects);
  const lengthM = pieces.reduce((sum, d) => sum + d.lengthM, 0);
  const areaM2 = pieces.reduce((sum, d) => sum + d.face.areaM2, 0);
  const names = zoneIds.map(nameOf);
  const last = names.at(-1) ?? '';
  const outline =
    zoneIds.length < 2 || defects.every((d) => d.kind === 'outside' || d.alongBoundary);
  const params = {
    // Where several zones meet in a corner that is off, all of them are named.
    a: (outline ? names : names.slice(0, -1)).join('、'),
    b: outline ? '' : last,
    length: readable(lengthM),
    width: readable(widest.widthM),
    area: readable(areaM2),
  };
  const at: Position = widest.at;
  return {
    rule: 'mismatch',
    severity: 'warning',
    recordIds: zoneIds,
    areaM2,
    widthM: widest.widthM,
    lengthM,
    at,
    geometry: toArea(pieces.map((d) => d.face.polygon)),
    message: { key: outline ? 'mismatch.outline' : 'mismatch.zones', params },
    fixes: sides ? mismatchFixes(defects, zoneIds, sides) : [],
  };
}
