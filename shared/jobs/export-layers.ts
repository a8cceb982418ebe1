import { issueMatcher } from '#shared/analysis/filter-issues.ts';
import { Document } from '#shared/edits/document.ts';
import {
  exportMembers,
  exportTables,
  type FindingRow,
} from '#shared/formats/export/export-tables.ts';
import type { HolderOptions } from '#shared/formats/export/place-holders.ts';
import { writeGeoJson } from '#shared/formats/geojson/write.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import { type IssueChunk, unpackIssue } from '#shared/model/issue-chunk.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

export interface ExportInput extends HolderOptions {
  records: AnyRecord[];
  layers: LayerId[];
  issueFilter: IssueFilter;
  findings: FindingRow[];
}

function* filteredIssues(
  chunks: readonly IssueChunk[],
  filter: IssueFilter,
  utcOffsetMinutes: number,
): Generator<Issue> {
  const matcher = issueMatcher(filter, utcOffsetMinutes);
  for (const chunk of chunks) {
    const matches = matcher(chunk);
    for (let index = 0; index < chunk.count; index += 1) {
      if (matches(index)) yield unpackIssue(chunk, index);
    }
  }
}

/** The chosen layers of a project as one GeoJSON file. */
export const exportLayers: JobHandler<ExportInput, Uint8Array<ArrayBuffer>> = async (
  input,
  context,
) => {
  const { records, layers, issueFilter, ...options } = input;
  const document = new Document(records);
  const offset = document.all('project')[0]?.utcOffsetMinutes ?? 480;
  const tables = [];
  for (const layer of layers) {
    await breathe(context);
    const issues = filteredIssues(document.all('issueChunk'), issueFilter, offset);
    tables.push(...exportTables(document, [layer], { ...options, issues }));
    context.progress((0.6 * tables.length) / layers.length);
  }
  await breathe(context);
  const bytes = writeGeoJson(tables, exportMembers(document));
  context.progress(1);
  return bytes;
};
