import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { partVerdicts, verdictOf, wholeVerdict } from '#shared/briefing/certificate/verdict.ts';
import { mostToleranceM } from '#shared/model/project.ts';
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
  for (const { rule, severity, zones } of proof.findings) {
    const known: readonly string[] = kind === 'coverage' ? horizontalRules : verticalRules;
    if (!known.includes(rule)) differences.push({ key: 'unknownRule', params: { rule } });
    else if (severity === 'note' && rule !== 'stray') {
      differences.push({ key: 'severity', params: { rule, zones: zones.join('、') || '–' } });
    }
  }
  return differences;
}

/** What a certificate says of the tolerance under which borders are mismatched. */
function verifyTolerance({ toleranceM, coverage }: Certificate): Difference[] {
  if (toleranceM > mostToleranceM) {
    return [{ key: 'toleranceM', params: { stated: toleranceM, most: mostToleranceM } }];
  }
  return coverage.findings.flatMap(({ rule, severity, widthM, at: [x, y] }): Difference[] => {
    // A whole layer that lies off is no warning.
    if (rule !== 'mismatch' || severity === 'error' || (widthM ?? 0) <= toleranceM) return [];
    return [{ key: 'mismatchWidth', params: { stated: widthM ?? 0, most: toleranceM, x, y } }];
  });
}

/** Findings that name zones which the certificate does not list. */
function verifyNames({ zones, coverage }: Certificate): Difference[] {
  const names = new Set(zones.map(({ name }) => name));
  const strange = new Set(coverage.findings.flatMap((finding) => finding.zones));
  return [...strange]
    .filter((name) => !names.has(name))
    .map((name) => ({ key: 'strangeZone', params: { name } }));
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
  const reason = zones.length === 0 ? 'no-zones' : district === null ? 'no-boundary' : null;
  if (coverage.nothing !== null && coverage.nothing !== reason) {
    differences.push({ key: 'nothing', params: { stated: coverage.nothing } });
  }
  if ((certificate.hash.chain === null) !== (chain === null)) {
    differences.push({ key: 'chainHash', params: {} });
  }
  differences.push(...verifyTolerance(certificate), ...verifyNames(certificate));
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
