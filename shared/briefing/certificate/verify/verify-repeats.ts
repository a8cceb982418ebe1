import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { type Difference, shortened } from './difference.ts';

/** A zone on the ground, for the witness. */
export interface WitnessZone {
  name: string;
  shape: 'block' | 'strip' | 'site';
  categories: readonly string[];
  geometryHash: string;
  ground: Ground | null;
}

/** What two zones have in common that are one zone entered twice. */
export function repeatKey({ shape, geometryHash, categories }: WitnessZone): string {
  return [shape, geometryHash, ...[...categories].sort()].join();
}

/**
 * Zones on one and the same ground that a certificate does not list, as a duplicate or in an overlap:
 * of them the witness is asked about one only.
 */
export function verifyRepeats(
  findings: readonly CertificateFinding[],
  zones: readonly WitnessZone[],
  planar: boolean,
): Difference[] {
  const real = zones.filter(({ ground }) => ground && areaM2(ground, planar) > 0);
  const repeats = [...groupBy(real, repeatKey).values()].filter((group) => group.length > 1);
  const told = findings.filter(({ rule }) => rule === 'duplicate' || rule === 'overlap');
  const untold = repeats.filter(
    (group) => !told.some((finding) => group.every(({ name }) => finding.zones.includes(name))),
  );
  return shortened(
    untold.map((group) => {
      const names = group.map(({ name }) => name).join('、');
      return { key: 'repeat', params: { names, n: group.length } };
    }),
  );
}
