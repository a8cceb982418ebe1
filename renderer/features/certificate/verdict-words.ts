import { type Translate, textKey } from '#renderer/ui/text-key.ts';
import type { CertificateBody } from '#shared/briefing/certificate/certificate.ts';

type Proof = Pick<CertificateBody['coverage'], 'nothing' | 'verdict' | 'counts' | 'findings'>;

/** In one line why a proof came out as it did: what was found, or why there was nothing to prove. */
export function verdictReason(
  proof: Proof,
  kind: 'horizontal' | 'vertical',
  text: Translate,
): string {
  if (proof.nothing !== null) return text(textKey(`finding.nothing.${proof.nothing}`));
  const found = Object.entries(proof.counts).filter(([, count]) => count > 0);
  if (found.length === 0) return text(`certificate.sound.${kind}`);
  return found.map(([rule, count]) => `${text(textKey(`rule.${rule}`))} ${count}`).join(' · ');
}
