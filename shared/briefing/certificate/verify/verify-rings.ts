import type { CertificateFinding } from '#shared/briefing/certificate/certificate.ts';
import type { Ground } from '#shared/briefing/certificate/witness/boxed-ground.ts';
import { ringFault } from '#shared/briefing/certificate/witness/ring-faults.ts';
import { type Difference, shortened } from './difference.ts';

/** An area whose rings were drawn: not one that is made from a line or a position. */
export interface DrawnArea {
  name: string;
  geometry: Ground;
}

/** Areas whose rings are broken though the certificate lists no fault of theirs. */
export function verifyRings(
  findings: readonly CertificateFinding[],
  areas: readonly DrawnArea[],
  planar: boolean,
): Difference[] {
  const invalid = findings.filter(({ rule }) => rule === 'invalid');
  const told = new Set(invalid.flatMap(({ zones, places }) => [...zones, ...places]));
  return shortened(
    areas.flatMap(({ name, geometry }): Difference[] => {
      if (told.has(name)) return [];
      const fault = ringFault(geometry, planar);
      return fault ? [{ key: 'faultUntold', params: { name, fault } }] : [];
    }),
  );
}
