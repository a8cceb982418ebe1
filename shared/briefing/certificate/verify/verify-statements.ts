import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { partVerdicts, verdictOf, wholeVerdict } from '#shared/briefing/certificate/verdict.ts';
import { type Difference, sameMeasure } from './difference.ts';

type Proof = Pick<Certificate['coverage'], 'verdict' | 'nothing' | 'counts' | 'findings'>;

function verifyProof(proof: Proof, kind: 'coverage' | 'chain'): Difference[] {
  const differences: Difference[] = [];
  if (proof.verdict !== verdictOf(proof.nothing, proof.findings)) {
    differences.push({ key: 'verdict', params: { proof: kind, verdict: proof.verdict } });
  }
  const rules = new Set([...Object.keys(proof.counts), ...proof.findings.map(({ rule }) => rule)]);
  for (const rule of rules) {
    const listed = proof.findings.filter((finding) => finding.rule === rule).length;
    const stated = proof.counts[rule] ?? 0;
    if (stated !== listed) differences.push({ key: 'count', params: { rule, stated, listed } });
  }
  return differences;
}

/** Whether a certificate contradicts itself: what can be seen without any data. */
export function verifyStatements(certificate: Certificate): Difference[] {
  const { coverage, chain, zones, zoneCount, district } = certificate;
  const differences = [
    ...verifyProof(coverage, 'coverage'),
    ...(chain ? verifyProof(chain, 'chain') : []),
  ];
  if (certificate.verdict !== wholeVerdict(partVerdicts(certificate))) {
    differences.push({ key: 'wholeVerdict', params: { verdict: certificate.verdict } });
  }
  const seats = chain?.levels.reduce((all, level) => all + level.seats, 0) ?? 0;
  const nothing =
    (zones.length === 0 && coverage.verdict !== 'nothing-to-prove') ||
    (district === null && coverage.nothing !== 'no-zones' && coverage.nothing !== 'no-boundary');
  if (nothing) differences.push({ key: 'provesNothing', params: {} });
  if (chain && chain.verdict === 'proved' && (seats === 0 || chain.posts === 0)) {
    differences.push({ key: 'chainProvesNothing', params: {} });
  }
  const broken = coverage.categories.find((group) => group.verdict !== 'proved');
  if (broken && coverage.verdict === 'proved') {
    differences.push({ key: 'categoryVerdict', params: { category: broken.keys.join(' ') } });
  }
  if (zoneCount !== zones.length) {
    differences.push({ key: 'zoneCount', params: { stated: zoneCount, listed: zones.length } });
  }
  for (const areas of [coverage.areas, ...coverage.categories.map((group) => group.areas)]) {
    if (!areas) continue;
    const { boundary, covered, gap, exception, balance } = areas;
    const rest = boundary - covered - gap - exception;
    if (!sameMeasure(balance, rest, 0.0005)) {
      differences.push({ key: 'sum', params: { stated: balance, found: Number(rest.toFixed(4)) } });
    } else if (Math.abs(balance) > coverage.balanceToleranceM2) {
      differences.push({ key: 'balance', params: { stated: balance } });
    }
  }
  const allowed = Math.max(1, (coverage.areas?.boundary ?? 0) * 1e-8);
  if (!sameMeasure(coverage.balanceToleranceM2, allowed)) {
    differences.push({
      key: 'tolerance',
      params: { stated: coverage.balanceToleranceM2, found: allowed },
    });
  }
  return differences;
}
