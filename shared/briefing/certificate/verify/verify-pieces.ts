import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import type { Piece } from '#shared/briefing/certificate/witness/piece.ts';
import type { WitnessAnswer } from '#shared/briefing/certificate/witness/witness.ts';
import { areaBounds, boundsMeet, type Bounds } from '#shared/geo/bounds.ts';
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

/** Findings that stand for many pieces and tell the place of one. */
const wide = new Set(['mismatch', 'duplicate', 'invalid']);

/** Ground in m² that may be missing in the words for a piece: rounding of measures and of Turf. */
const allowedM2 = 0.01;
const allowedShare = 1e-4;

function holds({ polygon }: Piece, at: CertificateFinding['at'], planar: boolean): boolean {
  const near = Math.max(samePlaceEpsilon(planar), planar ? 0.001 : 1e-7);
  return new AreaIndex(polygon).locate(at, near) !== 'outside';
}

/**
 * Pieces of ground for which no finding of a certificate accounts: none lies there, and none of those
 * that stand for many pieces names a zone near it.
 */
export function verifyPieces(
  findings: readonly CertificateFinding[],
  answer: WitnessAnswer,
  { zones, planar }: Parties,
): Difference[] {
  const differences: Difference[] = [];
  const named = new Set(
    findings.flatMap((finding) => (wide.has(finding.rule) ? finding.zones : [])),
  );
  const boxes = zones
    .filter(({ name }) => named.has(name))
    .map(({ ground }): Bounds => areaBounds(ground));
  const margin = planar ? 0.01 : 1e-6;
  for (const [rule, list] of kinds) {
    const own = findings.filter((finding) => finding.rule === rule);
    for (const piece of answer[list]) {
      const box = areaBounds(piece.polygon);
      if (boxes.some((other) => boundsMeet(box, other, margin))) continue;
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
