import type { Feature, Point, Position } from 'geojson';
import { mercatorX, mercatorY } from '#shared/analysis/mercator.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { verticalRules } from '#shared/model/rule.ts';
import { boundsOf } from './geometry-bounds.ts';

/** A defect smaller than this on the screen gets a pin, in pixels. */
const smallPx = 12;
/** Pins nearer than this stand as one with their number, in pixels. */
const apartPx = 30;

const tilePx = 512;
const chainRules: ReadonlySet<string> = new Set(verticalRules);

export interface PinProperties {
  icon: 'pin-ground' | 'pin-chain';
  /** How many findings the pin stands for. */
  label: string;
  /** The first of them. */
  finding: string;
}

/**
 * Pins at a zoom level for the findings that are too small to see there, near ones gathered into one
 * pin that shows their number; what is only noted has none. Findings of the chain have no ground of their own and always get one.
 */
export function findingPins(
  findings: readonly Finding[],
  zoom: number,
): [id: string, pin: Omit<Feature<Point, PinProperties>, 'type'>][] {
  const world = tilePx * 2 ** zoom;
  const groups: { x: number; y: number; icon: PinProperties['icon']; findings: Finding[] }[] = [];
  const cells = new Map<string, typeof groups>();
  for (const finding of findings) {
    // Pins are red, and red means a broken rule.
    if (finding.severity === 'note') continue;
    const [longitude = Number.NaN, latitude = Number.NaN] = finding.at;
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) < 85)) continue;
    const icon = chainRules.has(finding.rule) ? 'pin-chain' : 'pin-ground';
    if (icon === 'pin-ground' && sizePx(finding, world) >= smallPx) continue;
    const x = mercatorX(longitude) * world;
    const y = mercatorY(latitude) * world;
    const column = Math.floor(x / apartPx);
    const row = Math.floor(y / apartPx);
    let joined = false;
    for (let c = column - 1; c <= column + 1 && !joined; c += 1) {
      for (let r = row - 1; r <= row + 1 && !joined; r += 1) {
        for (const group of cells.get(`${c},${r}`) ?? []) {
          if (group.icon !== icon || Math.hypot(group.x - x, group.y - y) > apartPx) continue;
          group.findings.push(finding);
          joined = true;
          break;
        }
      }
    }
    if (joined) continue;
    const group = { x, y, icon, findings: [finding] } as (typeof groups)[number];
    groups.push(group);
    const key = `${column},${row}`;
    cells.set(key, [...(cells.get(key) ?? []), group]);
  }
  return groups.map(({ icon, findings: here }) => {
    const first = here[0] as Finding;
    return [
      first.id,
      {
        geometry: { type: 'Point', coordinates: first.at as Position },
        properties: { icon, label: String(here.length), finding: first.id },
      },
    ];
  });
}

/** Longer side of a finding's extent on the screen. */
function sizePx(finding: Finding, world: number): number {
  const bounds = boundsOf([finding.geometry]);
  if (!bounds) return 0;
  const width = (mercatorX(bounds[2]) - mercatorX(bounds[0])) * world;
  const height = (mercatorY(bounds[1]) - mercatorY(bounds[3])) * world;
  return Math.max(width, height);
}
