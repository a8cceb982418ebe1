import { issueMatcher } from '#shared/analysis/filter-issues.ts';
import { Document } from '#shared/edits/document.ts';
import {
  exportMembers,
  exportTables,
  type FindingRow,
} from '#shared/formats/export/export-tables.ts';
import type { HolderOptions } from '#shared/formats/export/place-holders.ts';
import { type UnderRecord, underRecord } from '#shared/formats/export/under-record.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import type { Table } from '#shared/formats/table.ts';
import type { Loss, WriteOptions, WrittenFile } from '#shared/formats/write/writer.ts';
import { lossesOf, type WrittenFormat, writeLayers } from '#shared/formats/write-registry.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { type IssueChunk, unpackIssue } from '#shared/model/issue-chunk.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { inOneFile } from '#shared/formats/write/in-one-file.ts';
import { breathe, type JobContext, type JobHandler } from './job.ts';

export interface ExportInput extends HolderOptions {
  records: AnyRecord[];
  layers: LayerId[];
  issueFilter: IssueFilter;
  findings: FindingRow[];
  /** The findings as a list with headings for people, for formats of sheets. */
  findingList: Table | null;
  format: WrittenFormat;
  /** Id of the system that positions are written in. */
  crs: string;
  encoding: WriteOptions['encoding'];
  /** Name of the file without its suffix. */
  name: string;
  /** Only this record and what belongs to it; null for all. */
  under: string | null;
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

/** Layers of which only what belongs to one record is wanted are narrowed to it. */
const narrowed: readonly LayerId[] = [
  'district',
  'streets',
  'communities',
  'zones',
  'points',
  'issues',
];

function* issuesOn(issues: Iterable<Issue>, part: UnderRecord): Generator<Issue> {
  for (const issue of issues) if (part.covers(issue.position)) yield issue;
}

async function tablesOf(
  document: DocumentView,
  input: ExportInput,
  context: JobContext,
): Promise<Table[]> {
  const { layers, issueFilter, under, holders, phones, today, findings, format } = input;
  const offset = document.all('project')[0]?.utcOffsetMinutes ?? 480;
  const part = under === null ? null : underRecord(document, under);
  const isSheet = format === 'xlsx' || format === 'csv';
  const tables: Table[] = [];
  for (const [index, layer] of layers.entries()) {
    await breathe(context);
    context.progress((0.6 * index) / layers.length);
    if (part && !narrowed.includes(layer)) continue;
    if (layer === 'findings' && isSheet && input.findingList) {
      tables.push(input.findingList);
      continue;
    }
    const all = filteredIssues(document.all('issueChunk'), issueFilter, offset);
    const issues = part ? issuesOn(all, part) : all;
    const only = part ? { only: (record: AnyRecord) => part.has(record) } : {};
    const options = { holders, phones, today, findings, issues, ...only };
    tables.push(...exportTables(document, [layer], options));
  }
  return tables.filter(({ rows }) => rows.length > 0);
}

function optionsOf(document: DocumentView, { crs, encoding }: ExportInput): WriteOptions {
  return { crs, encoding, members: exportMembers(document) };
}

/** The chosen layers of a project as files of a format; several files are one zip. */
export const exportLayers: JobHandler<ExportInput, WrittenFile> = async (input, context) => {
  const document = new Document(input.records);
  const tables = await tablesOf(document, input, context);
  await breathe(context);
  const files = await writeLayers(input.format, tables, optionsOf(document, input), input.name);
  context.progress(0.9);
  await breathe(context);
  const file = await inOneFile(files, input.name);
  context.progress(1);
  return file;
};

/** What a format will not keep of the chosen layers, before anything is written. */
export const exportLosses: JobHandler<ExportInput, Loss[]> = async (input, context) => {
  const document = new Document(input.records);
  const tables = await tablesOf(document, input, context);
  return lossesOf(input.format, tables, optionsOf(document, input));
};
