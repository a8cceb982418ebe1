import type { CertificateBody } from '#shared/briefing/certificate/certificate.ts';
import { verdictOf } from '#shared/briefing/certificate/verdict.ts';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { AreaBalance } from '#shared/checks/finding.ts';
import { coverageClasses } from '#shared/checks/horizontal/coverage-classes.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';

type CategoryResult = CertificateBody['coverage']['categories'][number];

/**
 * The coverage proved for each set of issue classes on its own, where zones are limited to some;
 * none where every zone answers for everything.
 */
export async function categoryResults(
  input: CoverageCheckInput,
  statedAreas: (areas: AreaBalance | null) => AreaBalance | null,
  context: CheckContext,
): Promise<CategoryResult[]> {
  const classes = coverageClasses(
    input.zones,
    input.issueClasses.map(({ key }) => key),
  );
  const results: CategoryResult[] = [];
  for (const [done, { categories, zones }] of classes.entries()) {
    if (!categories) continue;
    context.progress(done / classes.length);
    const report = await runCoverageCheck(
      { ...input, zones: zones.map((zone) => ({ ...zone, categories: [] })), issueClasses: [] },
      { progress: () => undefined, breathe: () => context.breathe() },
    );
    results.push({
      keys: [...categories].sort(),
      verdict: verdictOf(report.nothing, report.findings),
      findings: report.findings.length,
      areas: statedAreas(report.areas),
    });
  }
  return results;
}
