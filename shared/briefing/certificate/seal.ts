import type { Certificate, CertificateBody, Issuer } from './certificate.ts';
import { sha256 } from './sha256.ts';

/** JSON in the one form of RFC 8785: members by name in UTF-16 order, no blanks. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/**
 * SHA-256 over a certificate without its seal. It tells a slip or a changed figure, not a forger:
 * whoever rewrites the certificate can seal it again, and then the witness must find him out.
 */
export function sealOf(certificate: Omit<Certificate, 'seal'>): Promise<string> {
  return sha256(canonicalJson(certificate));
}

/** A certificate from what the data says and who issues it. */
export async function sealed(body: CertificateBody, issuer: Issuer): Promise<Certificate> {
  const open = { ...body, issuer };
  return { ...open, seal: await sealOf(open) };
}

/** Whether a certificate is as it was sealed. */
export async function sealHolds({ seal, ...open }: Certificate): Promise<boolean> {
  return (await sealOf(open)) === seal;
}
