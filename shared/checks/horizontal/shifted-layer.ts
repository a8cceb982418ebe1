import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { toArea } from '#shared/geo/clip.ts';
import type { LayerOffset } from '#shared/topology/layer-offset.ts';
import type { Defect } from './defect.ts';

/** How much wider ground may be than the shift, which is not the same at every place (GCJ-02). */
const unevenShare = 0.1;
const unevenM = 5;

/**
 * Whether a shift of all zones explains a defect: ground along the outline that is nowhere wider
 * than the shift. (A circle wider than that would meet its own image, which lies on the other side
 * of the zones' border.) Wider ground misses a zone as well and stays a finding of its own.
 */
function isExplained(defect: Defect, distanceM: number): boolean {
  if (defect.kind === 'overlap') return false;
  if (defect.kind === 'gap' && !defect.atBoundary) return false;
  return defect.widthM <= distanceM * (1 + unevenShare) + Math.min(unevenM, distanceM / 2);
}

/**
 * One finding for all ground that lies between the outline and zones in another coordinate system,
 * with the offset from the outline to the zones, and the defects that have other causes.
 */
export function shiftedLayer(
  defects: readonly Defect[],
  offset: LayerOffset | null,
): { finding: DraftFinding | null; others: Defect[] } {
  const distanceM = offset ? Math.hypot(offset.eastM, offset.northM) : 0;
  const explained = offset ? defects.filter((defect) => isExplained(defect, distanceM)) : [];
  const [first] = explained;
  if (!offset || !first) return { finding: null, others: [...defects] };
  const largest = explained.reduce((best, d) => (d.face.areaM2 > best.face.areaM2 ? d : best));
  const taken = new Set(explained);
  return {
    finding: {
      rule: 'mismatch',
      severity: 'error',
      recordIds: [...new Set(explained.flatMap(({ zoneIds }) => zoneIds))].sort(),
      areaM2: explained.reduce((sum, { face }) => sum + face.areaM2, 0),
      widthM: distanceM,
      lengthM: null,
      at: largest.at,
      geometry: toArea(explained.map(({ face }) => face.polygon)),
      message: {
        key: 'mismatch.offset',
        params: {
          east: readable(offset.eastM),
          north: readable(offset.northM),
          distance: readable(distanceM),
        },
      },
      fixes: [{ kind: 'move-layer', eastM: -offset.eastM, northM: -offset.northM }],
    },
    others: defects.filter((defect) => !taken.has(defect)),
  };
}
