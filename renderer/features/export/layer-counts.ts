import { countIssues } from '#shared/analysis/filter-issues.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';

/** Features that each layer would have in an export. */
export function layerCounts(
  document: DocumentView,
  issueFilter: IssueFilter,
  findings: number,
): Record<LayerId, number> {
  const offset = document.all('project')[0]?.utcOffsetMinutes ?? 480;
  return {
    district: document.all('district').length,
    streets: document.all('street').length,
    communities: document.all('community').length,
    zones: document.all('zone').length,
    points: document.all('point').length,
    issues: countIssues(document.all('issueChunk'), issueFilter, offset),
    baseUnits: document.all('baseUnit').length,
    exceptions: document.all('exception').length,
    findings,
  };
}
