import type { Position } from 'geojson';
import type { Finding } from '#shared/checks/finding.ts';
import type { PlantedDefect } from './plant-defects.ts';

export interface Score {
  planted: number;
  found: number;
  missed: PlantedDefect[];
  /** Findings that answer to no planted defect, second ones for the same defect among them. */
  invented: Finding[];
  /** Greatest difference of an area from the truth, m². */
  worstAreaM2: number;
}

/** How far (m) a finding may lie from where its defect was planted. */
const reachM = 10;
const areaToleranceM2 = 0.01;

function positionsOf({ geometry, at }: Finding): Position[] {
  if (geometry?.type === 'Polygon') return geometry.coordinates.flat();
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return [at];
}

function answers(finding: Finding, defect: PlantedDefect, nameOf: (id: string) => string): boolean {
  if (finding.rule !== defect.rule) return false;
  const names = new Set(finding.recordIds.map(nameOf));
  if (!defect.zones.every((name) => names.has(name))) return false;
  if (Math.abs((finding.areaM2 ?? 0) - (defect.area ?? 0)) > areaToleranceM2) return false;
  const [x0 = 0, y0 = 0] = defect.at;
  return positionsOf(finding).some(([x = 0, y = 0]) => Math.hypot(x - x0, y - y0) < reachM);
}

/**
 * Sets findings against what was planted: one finding for each defect, with its rule, its zones and
 * its area to 0.01 m², at its place. `nameOf` tells the name of a zone by its id.
 */
export function scoreFindings(
  findings: readonly Finding[],
  truth: readonly PlantedDefect[],
  nameOf: (id: string) => string,
): Score {
  const left = new Set(findings);
  const missed: PlantedDefect[] = [];
  let worstAreaM2 = 0;
  for (const defect of truth) {
    const finding = [...left].find((one) => answers(one, defect, nameOf));
    if (finding) {
      left.delete(finding);
      worstAreaM2 = Math.max(worstAreaM2, Math.abs((finding.areaM2 ?? 0) - (defect.area ?? 0)));
    } else {
      missed.push(defect);
    }
  }
  const planted = truth.length;
  return { planted, found: planted - missed.length, missed, invented: [...left], worstAreaM2 };
}
