import type { CertificateBody, Verdict } from './certificate.ts';

/** The verdict that a proof's own findings allow: notes do not count against it. */
export function verdictOf(
  nothing: string | null,
  findings: readonly { severity: string }[],
): Verdict {
  if (nothing !== null) return 'nothing-to-prove';
  return findings.every(({ severity }) => severity === 'note') ? 'proved' : 'not-proved';
}

/** Verdict over all parts: proved only when each of them is. */
export function wholeVerdict(parts: readonly Verdict[]): Verdict {
  if (parts.includes('not-proved')) return 'not-proved';
  return parts.length === 0 || parts.includes('nothing-to-prove') ? 'nothing-to-prove' : 'proved';
}

/** Verdicts of the proofs that a certificate is about. */
export function partVerdicts({ coverage, chain }: CertificateBody): Verdict[] {
  return chain ? [coverage.verdict, chain.verdict] : [coverage.verdict];
}
