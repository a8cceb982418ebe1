import type { CoverageAnswer, CoverageRegion } from '#shared/topology/coverage-faces.ts';
import type { PlantedDefect } from './plant-defects.ts';

export interface Score {
  planted: number;
  found: number;
  /** Findings that answer to no planted defect. */
  invented: number;
  /** Greatest difference of an area from the truth, m². */
  worstAreaM2: number;
}

const key = (ids: readonly string[]): string => [...ids].sort().join();

/** Sets findings against what was planted: same rule, same zones, at the place, area to 0.01 m². */
export function scoreAnswer(answer: CoverageAnswer, truth: readonly PlantedDefect[]): Score {
  const left: Record<PlantedDefect['rule'], Set<CoverageRegion>> = {
    gap: new Set(answer.gaps),
    overlap: new Set(answer.overlaps),
    outside: new Set(answer.outside),
  };
  let found = 0;
  let worstAreaM2 = 0;
  for (const { rule, zones, area, at } of truth) {
    for (const region of left[rule]) {
      const off = Math.abs(region.areaM2 - area);
      if (off >= 0.01 || key(region.zoneIds) !== key(zones)) continue;
      const near = region.polygon.coordinates
        .flat()
        .some(([x, y]) => Math.hypot(x! - at[0]!, y! - at[1]!) < 10);
      if (!near) continue;
      left[rule].delete(region);
      found++;
      worstAreaM2 = Math.max(worstAreaM2, off);
      break;
    }
  }
  const invented = left.gap.size + left.overlap.size + left.outside.size;
  return { planted: truth.length, found, invented, worstAreaM2 };
}
