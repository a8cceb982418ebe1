import { isInForce } from '#shared/model/in-force.ts';
import {
  type CertificateBody,
  type CertificateException,
  certificateFormat,
  certificateVersion,
  type CertificateZone,
  stated,
} from '#shared/briefing/certificate/certificate.ts';
import { certifiedArea } from '#shared/briefing/certificate/certified-area.ts';
import { groundData } from '#shared/briefing/certificate/ground-data.ts';
import {
  type GroundHashes,
  groundForm,
  groundHashes,
} from '#shared/briefing/certificate/ground-hashes.ts';
import { partVerdicts, verdictOf, wholeVerdict } from '#shared/briefing/certificate/verdict.ts';
import type { ChainCheckInput, CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { AreaBalance, CheckReport } from '#shared/checks/finding.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { balanceTolerance } from '#shared/checks/horizontal/coverage-faces.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { type CheckContext, Pace } from '#shared/checks/pace.ts';
import { ruleVersions } from '#shared/checks/rule-versions.ts';
import { runChecks, runCoverageCheck } from '#shared/checks/run-checks.ts';
import { stepsPerUnit } from '#shared/briefing/certificate/grid-steps.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Locale } from '#shared/model/locale.ts';
import { categoryResults } from './category-results.ts';
import { certifiedFindings, countsByRule } from './certified-findings.ts';
import { chainPart } from './chain-part.ts';

/** What a certificate is made from. */
export interface CertificateSource {
  coverage: CoverageCheckInput;
  /** Null when only the ground is to be certified. */
  chain: ChainCheckInput | null;
  districtCode: string;
  invented: boolean;
  /** ISO 8601 with offset. */
  madeAt: string;
  productVersion: string;
  locale: Locale;
}

export interface MadeCertificate {
  body: CertificateBody;
  /** The check that it was made from. */
  report: CheckReport;
}

function statedAreas(areas: AreaBalance | null): AreaBalance | null {
  if (!areas) return null;
  const { boundary, covered, gap, overlap, outside, exception } = areas;
  const all = { boundary, covered, gap, overlap, outside, exception };
  const rounded = Object.fromEntries(
    Object.entries(all).map(([key, value]) => [key, Math.max(0, stated(value))]),
  ) as Omit<AreaBalance, 'balance'>;
  return { ...rounded, balance: stated(areas.balance) };
}

function zoneList(input: CoverageCheckInput, hashes: GroundHashes): CertificateZone[] {
  return input.zones.map((zone, i) => ({
    id: zone.id,
    name: zone.name,
    code: zone.code,
    shape: zone.shape,
    categories: [...zone.categories].sort(),
    areaM2: stated(certifiedArea(zoneGround(zone, input.planar) as Area | null, input.planar)),
    ...(hashes.eachZone[i] ?? { hash: '', geometryHash: '' }),
  }));
}

function exceptionList(input: CoverageCheckInput, hashes: GroundHashes): CertificateException[] {
  return input.exceptions.map((exception, i) => {
    const { name, reason, approver, from, expires } = exception;
    return {
      name,
      reason,
      approver,
      from,
      expires,
      inForce: isInForce(exception, input.on),
      areaM2: stated(certifiedArea(exception.geometry, input.planar)),
      ...(hashes.eachException[i] ?? { hash: '', geometryHash: '' }),
    };
  });
}

function part(context: CheckContext, from: number, to: number): CheckContext {
  return {
    progress: (fraction) => context.progress(from + (to - from) * fraction),
    breathe: () => context.breathe(),
  };
}

/**
 * Checks a coverage (and the chain) and states what came out, whatever it is: a certificate of
 * faults is one too, and it says so. @throws the signal's reason when cancelled
 */
export async function makeCertificate(
  source: CertificateSource,
  context: CheckContext,
): Promise<MadeCertificate> {
  const { coverage, chain } = source;
  const { planar, boundary } = coverage;
  const first = part(context, 0, 0.5);
  const report = chain
    ? await runChecks({ ...coverage, ...chain }, first)
    : await runCoverageCheck(coverage, first);
  const categories = await categoryResults(coverage, statedAreas, part(context, 0.5, 0.7));
  const pace = new Pace(context, 0.7, 1);
  const geometry = boundary?.geometry ?? null;
  const hashes = await groundHashes(
    groundData({
      planar,
      boundary: geometry,
      zones: coverage.zones,
      exceptions: coverage.exceptions,
    }),
    (done, total) => pace.step(done, total),
  );

  const translator = createTranslator(source.locale);
  const others = chain
    ? [...chain.streets, ...chain.communities, ...coverage.points]
    : coverage.points;
  const names = {
    zones: new Map(coverage.zones.map(({ id, name }) => [id, name])),
    places: new Map([...others, ...(boundary ? [boundary] : [])].map(({ id, name }) => [id, name])),
  };
  const findingsOf = (rules: typeof horizontalRules | typeof verticalRules) => {
    const findings = certifiedFindings(report.findings, rules, names, translator, planar);
    return { findings, counts: countsByRule(findings, rules) };
  };
  const horizontal = findingsOf(horizontalRules);
  const nothing =
    report.nothing === 'no-zones' || report.nothing === 'no-boundary' ? report.nothing : null;
  const vertical = findingsOf(verticalRules);
  const persons = chain ? await chainPart(chain) : null;
  const areas = statedAreas(report.areas);

  const body: CertificateBody = {
    format: certificateFormat,
    version: certificateVersion,
    product: { name: 'hengzong', version: source.productVersion },
    language: source.locale,
    madeAt: source.madeAt,
    day: coverage.on,
    invented: source.invented,
    district: boundary && {
      name: boundary.name,
      code: source.districtCode,
      areaM2: stated(certifiedArea(boundary.geometry, planar)),
    },
    grid: { unit: planar ? 'metre' : 'degree', step: 1 / stepsPerUnit(planar) },
    toleranceM: coverage.toleranceM,
    verdict: 'nothing-to-prove',
    zoneCount: coverage.zones.length,
    pointCount: coverage.points.length,
    zones: zoneList(coverage, hashes),
    exceptions: exceptionList(coverage, hashes),
    coverage: {
      verdict: verdictOf(nothing, horizontal.findings),
      nothing,
      ...horizontal,
      areas,
      balanceToleranceM2: balanceTolerance(areas?.boundary ?? 0),
      categories,
    },
    chain: persons && {
      verdict: verdictOf(persons.nothing, vertical.findings),
      nothing: persons.nothing,
      ...vertical,
      ...persons.summary,
    },
    rules: { ...ruleVersions },
    hash: {
      algorithm: 'SHA-256',
      form: groundForm,
      ground: hashes.ground,
      boundary: hashes.boundary,
      zones: hashes.zones,
      exceptions: hashes.exceptions,
      chain: persons?.hash ?? null,
    },
  };
  context.progress(1);
  return { body: { ...body, verdict: wholeVerdict(partVerdicts(body)) }, report };
}
