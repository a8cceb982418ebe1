import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import type { Translate } from '#renderer/ui/use-text.ts';
import { findingColumns, findingsTable } from '#shared/formats/export/findings-table.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import type { Table } from '#shared/formats/table.ts';
import type { WriteOptions } from '#shared/formats/write/writer.ts';
import type { WrittenFormat } from '#shared/formats/write-registry.ts';
import type { ExportInput } from '#shared/jobs/export-layers.ts';
import { localDay } from '#shared/model/local-day.ts';
import { findingRows } from './finding-rows.ts';

/** What is to be exported, and how. */
export interface ExportChoice {
  layers: LayerId[];
  /** Only this record and what belongs to it; null for all. */
  under: string | null;
  format: WrittenFormat;
  crs: string;
  encoding: WriteOptions['encoding'];
  holders: boolean;
  phones: boolean;
}

/** The findings as a list with headings in the language of the window; null before the first check. */
export function findingList(text: Translate, phones: boolean): Table | null {
  const { document } = useProject.getState();
  const { report } = useFindings.getState();
  if (!document || !report) return null;
  const headings = Object.fromEntries(
    findingColumns.map((column) => [column, text(`export.finding.${column}`)]),
  ) as Parameters<typeof findingsTable>[1];
  const table = findingsTable(
    findingRows(listedFindings(report), document, text, phones),
    headings,
  );
  return { ...table, layer: text('export.findingsName') };
}

/** What the worker needs of the project for an export; null when there is no project. */
export function exportInput(choice: ExportChoice, text: Translate): ExportInput | null {
  const { document, project } = useProject.getState();
  if (!document || !project) return null;
  const { layers, under, phones } = choice;
  const root = under === null ? undefined : document.get(under);
  const withIssues = layers.includes('issues');
  const withFindings = layers.includes('findings');
  // Sheets get the findings as a list for people, other formats as features.
  const asList = withFindings && ['xlsx', 'csv'].includes(choice.format);
  const findings = withFindings && !asList ? listedFindings(useFindings.getState().report) : [];
  const part = root && 'name' in root ? ` ${root.name}` : '';
  return {
    ...choice,
    records: [...document.everything()].filter(
      ({ kind }) => kind !== 'scene' && (withIssues || kind !== 'issueChunk'),
    ),
    issueFilter: useView.getState().issueFilter,
    findings: findingRows(findings, document, text, phones),
    findingList: asList ? findingList(text, phones) : null,
    today: localDay(Date.now(), project.utcOffsetMinutes),
    name: safeFileName(`${project.name}${part}`),
  };
}
