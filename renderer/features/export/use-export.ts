import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { errorSentence } from '#renderer/features/import/error-sentence.ts';
import { getHost } from '#renderer/host/host.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { writeCsv } from '#shared/formats/csv/write.ts';
import { findingColumns, findingsTable } from '#shared/formats/export/findings-table.ts';
import type { LayerId } from '#shared/formats/layer-ids.ts';
import { localDay } from '#shared/model/local-day.ts';
import { findingRows } from './finding-rows.ts';

/** Writing layers or the findings list to a file that the user chooses. */
export function useExport() {
  const text = useText();
  const { message } = App.useApp();
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (
    name: string,
    extension: 'geojson' | 'csv',
    bytes: Uint8Array<ArrayBuffer>,
  ) => {
    const host = await getHost();
    const saved = await host.saveFile({
      title: text('export.title'),
      suggestedName: `${safeFileName(name)}.${extension}`,
      filters: [
        {
          name: text(extension === 'csv' ? 'export.csvFilter' : 'export.filter'),
          extensions: [extension],
        },
      ],
      bytes,
    });
    if (saved !== null) message.success(text('export.saved', { name: saved }));
    return saved !== null;
  };

  /** Runs one way of exporting; says what went wrong, and answers whether a file was written. */
  const attempt = async (write: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> => {
    const mine = new AbortController();
    running.current = mine;
    setProgress(0);
    try {
      return await write(mine.signal);
    } catch (error) {
      if (mine.signal.aborted) return false;
      const { key, params } = errorSentence(error, 'export.unknown');
      message.error(text('export.failed', { reason: text(textKey(key), params) }));
      return false;
    } finally {
      setProgress(null);
    }
  };

  const exportLayers = (layers: LayerId[], options: { holders: boolean; phones: boolean }) =>
    attempt(async (signal) => {
      const { document, project } = useProject.getState();
      if (!document || !project) return false;
      const findings = listedFindings(useFindings.getState().report);
      const withIssues = layers.includes('issues');
      const bytes = await runJob(
        'exportLayers',
        {
          ...options,
          records: [...document.everything()].filter(
            ({ kind }) => kind !== 'scene' && (withIssues || kind !== 'issueChunk'),
          ),
          layers,
          issueFilter: useView.getState().issueFilter,
          findings: layers.includes('findings') ? findingRows(findings, document, text) : [],
          today: localDay(Date.now(), project.utcOffsetMinutes),
        },
        { signal, onProgress: setProgress },
      );
      return save(project.name, 'geojson', bytes);
    });

  const exportFindings = () =>
    attempt(async () => {
      const { document, project } = useProject.getState();
      const { report } = useFindings.getState();
      if (!document || !project || !report) return false;
      const headings = Object.fromEntries(
        findingColumns.map((column) => [column, text(`export.finding.${column}`)]),
      ) as Parameters<typeof findingsTable>[1];
      const table = findingsTable(findingRows(listedFindings(report), document, text), headings);
      return save(`${project.name} ${text('export.findingsName')}`, 'csv', writeCsv([table]));
    });

  return { progress, exportLayers, exportFindings };
}
