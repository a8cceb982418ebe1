import type { Polygon, Position } from 'geojson';
import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import type { Piece } from '#shared/briefing/certificate/witness/piece.ts';
import type { WitnessAnswer } from '#shared/briefing/certificate/witness/witness.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { AreaIndex, samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { areaBounds, boundsMeet } from '#shared/geo/bounds.ts';
import { differenceOfAreas, intersectAreas, toArea } from '#shared/geo/clip.ts';
import { type Difference, sameMeasure, shortened } from './difference.ts';

interface Parties {
  zones: readonly { name: string; ground: Ground }[];
  planar: boolean;
}

const listOf = { gap: 'gaps', overlap: 'overlaps', outside: 'outside' } as const;

function holds(polygon: Polygon, at: Position, planar: boolean): boolean {
  // Positions are stated to a step of the grid; a sliver may be thinner.
  const near = Math.max(samePlaceEpsilon(planar), planar ? 0.001 : 1e-7);
  return new AreaIndex(polygon).locate(at, near) !== 'outside';
}

/** The part of a piece that lies under exactly the zones that the finding names, and holds its place. */
function facesOf(finding: CertificateFinding, piece: Piece, { zones }: Parties): Polygon[] {
  if (finding.rule === 'gap') return [piece.polygon];
  const box = areaBounds(piece.polygon);
  const there = zones.filter(({ ground }) => boundsMeet(areaBounds(ground), box));
  const named = there.filter(({ name }) => finding.zones.includes(name));
  const others = there.filter(({ name }) => !finding.zones.includes(name));
  let faces: Ground | null = piece.polygon;
  for (const { ground } of named) faces = faces && toArea(intersectAreas([faces, ground]));
  if (!faces) return [];
  return differenceOfAreas(
    faces,
    others.map(({ ground }) => ground),
  );
}

/** Whether a mismatched border is told where no piece of ground is in dispute. */
function isGoneMismatch(
  { rule, at, areaM2: size }: CertificateFinding,
  answer: WitnessAnswer,
  planar: boolean,
): boolean {
  if (rule !== 'mismatch' || (size ?? 0) <= answer.areas.noise + 0.01) return false;
  const pieces = [...answer.gaps, ...answer.overlaps, ...answer.outside];
  return !pieces.some(({ polygon }) => holds(polygon, at, planar));
}

/**
 * Whether each gap, overlap and piece of ground outside that a certificate lists is there and as
 * large as it says. Where a wider disagreement (an offset, a mismatched border) stands for many
 * pieces, the sums of areas speak.
 */
export function verifyFindings(
  findings: readonly CertificateFinding[],
  answer: WitnessAnswer,
  parties: Parties,
): Difference[] {
  const differences: Difference[] = [];
  for (const finding of findings) {
    const [x, y] = finding.at;
    if (isGoneMismatch(finding, answer, parties.planar)) {
      const params = { rule: finding.rule, stated: finding.areaM2 ?? 0, x, y };
      differences.push({ key: 'findingGone', params });
    }
    const list = listOf[finding.rule as keyof typeof listOf];
    if (!list || finding.areaM2 === null) continue;
    const piece = answer[list].find(({ polygon }) => holds(polygon, finding.at, parties.planar));
    if (!piece) {
      // Below the noise of the grid the witness keeps no pieces.
      if (finding.areaM2 > answer.areas.noise + 0.01) {
        differences.push({
          key: 'findingGone',
          params: { rule: finding.rule, stated: finding.areaM2, x, y },
        });
      }
      continue;
    }
    const face = facesOf(finding, piece, parties).find((part) =>
      holds(part, finding.at, parties.planar),
    );
    const found = face ? areaM2(face, parties.planar) : 0;
    if (sameMeasure(finding.areaM2, found, 0.01 + found * 1e-4)) continue;
    differences.push({
      key: 'findingArea',
      params: {
        rule: finding.rule,
        stated: finding.areaM2,
        found: Number(found.toFixed(4)),
        x,
        y,
      },
    });
  }
  return shortened(differences);
}
