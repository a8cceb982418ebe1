import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import type { Piece } from '#shared/briefing/certificate/witness/piece.ts';
import type { WitnessAnswer } from '#shared/briefing/certificate/witness/witness.ts';
import { areaBounds, boundsMeet, type Bounds } from '#shared/geo/bounds.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { AreaIndex, samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { type Difference, shortened } from './difference.ts';

interface Parties {
  zones: readonly { name: string; ground: Ground }[];
  planar: boolean;
}

const kinds = [
  ['gap', 'gaps'],
  ['overlap', 'overlaps'],
  ['outside', 'outside'],
] as const;

/** Ground in m² that may be missing in the words for a piece: rounding of measures and of Turf. */
const allowedM2 = 0.01;
const allowedShare = 1e-4;

function holds({ polygon }: Piece, at: CertificateFinding['at'], planar: boolean): boolean {
  const near = Math.max(samePlaceEpsilon(planar), planar ? 0.001 : 1e-7);
  return new AreaIndex(polygon).locate(at, near) !== 'outside';
}

/**
 * Pieces of ground for which no finding of a certificate accounts: none lies there, and none of those
 * that stand for many pieces does. A mismatched border stands for slivers along its zones, a layer that
 * lies off as a whole for all pieces no wider than that, and where rings are broken the certificate
 * may have read the zone otherwise.
 */
export function verifyPieces(
  { findings, toleranceM }: { findings: readonly CertificateFinding[]; toleranceM: number },
  answer: WitnessAnswer,
  { zones, planar }: Parties,
): Difference[] {
  const differences: Difference[] = [];
  const isOffset = ({ rule, severity }: CertificateFinding) =>
    rule === 'mismatch' && severity === 'error';
  const boxesOf = (of: (finding: CertificateFinding) => boolean): Bounds[] => {
    const named = new Set(findings.filter(of).flatMap((finding) => finding.zones));
    return zones.filter(({ name }) => named.has(name)).map(({ ground }) => areaBounds(ground));
  };
  const broken = boxesOf(({ rule }) => rule === 'invalid');
  const crooked = boxesOf((finding) => finding.rule === 'mismatch' && !isOffset(finding));
  const offsetM = Math.max(0, ...findings.filter(isOffset).map(({ widthM }) => widthM ?? 0));
  const margin = planar ? 0.01 : 1e-6;
  const isAccounted = ({ polygon }: Piece): boolean => {
    const box = areaBounds(polygon);
    const isNear = (other: Bounds) => boundsMeet(box, other, margin);
    if (broken.some(isNear)) return true;
    if (offsetM === 0 && !crooked.some(isNear)) return false;
    const { widthM } = widestPlace(polygon, planar);
    // A shift is not the same at every place.
    if (widthM <= offsetM * 1.1 + Math.min(5, offsetM / 2)) return true;
    return widthM < toleranceM && crooked.some(isNear);
  };
  for (const [rule, list] of kinds) {
    const own = findings.filter((finding) => finding.rule === rule);
    for (const piece of answer[list]) {
      if (isAccounted(piece)) continue;
      const there = own.filter(({ at }) => holds(piece, at, planar));
      const told = there.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0);
      if (piece.areaM2 - told <= allowedM2 + piece.areaM2 * allowedShare) continue;
      const [x = 0, y = 0] = piece.at.map((value) => Number(value.toFixed(7)));
      const area = Number((piece.areaM2 - told).toFixed(4));
      differences.push({ key: 'findingMissing', params: { rule, area, x, y } });
    }
  }
  return shortened(differences);
}
