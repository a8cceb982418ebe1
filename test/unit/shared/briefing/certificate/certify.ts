import type { Certificate, Issuer } from '#shared/briefing/certificate/certificate.ts';
import { sealed } from '#shared/briefing/certificate/seal.ts';
import type { Difference } from '#shared/briefing/certificate/verify/difference.ts';
import {
  type CertifiedData,
  verifyCertificate,
} from '#shared/briefing/certificate/verify/verify-certificate.ts';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { makeCertificate } from '#shared/jobs/certificate/make-certificate.ts';
import type { Area } from '#shared/model/geometry.ts';
import { coverageInput, quiet } from '#test/unit/shared/checks/given.ts';

const issuer: Issuer = { unit: '区城管委', signer: '', reviewNumber: '' };

/** A certificate of a coverage, planar unless said otherwise. */
export async function certify(given: Partial<CoverageCheckInput>): Promise<Certificate> {
  const { body } = await makeCertificate(
    {
      coverage: coverageInput(given),
      chain: null,
      districtCode: '',
      invented: false,
      madeAt: '2026-06-01T09:00:00+08:00',
      productVersion: '1.0.0',
      locale: 'zh-CN',
    },
    quiet,
  );
  // As it comes back from a file.
  return JSON.parse(JSON.stringify(await sealed(body, issuer))) as Certificate;
}

/** The certificate with another seal on it, as a forger would put it. */
export async function resealed(certificate: Certificate): Promise<Certificate> {
  const { seal, issuer: by, ...body } = certificate;
  const again = await sealed(body, by);
  if (again.seal === seal) throw new Error('nothing was changed');
  return again;
}

export function verify(
  certificate: Certificate,
  given: Partial<CoverageCheckInput>,
  on = '2026-06-01',
): Promise<Difference[]> {
  const { boundary, zones, exceptions, planar } = coverageInput(given);
  const data: CertifiedData = {
    planar,
    boundary,
    zones: zones.map((zone) => ({ zone, ground: zoneGround(zone, planar) as Area | null })),
    exceptions,
    on,
    today: on,
  };
  return verifyCertificate(certificate, data);
}
