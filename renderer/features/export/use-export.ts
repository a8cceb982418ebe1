import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { errorSentence } from '#renderer/features/import/error-sentence.ts';
import { getHost } from '#renderer/host/host.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import { useProject } from '#renderer/state/project.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { writeCsv } from '#shared/formats/csv/write.ts';
import type { WrittenFile } from '#shared/formats/write/writer.ts';
import { type ExportChoice, exportInput, findingList } from './export-input.ts';

/** Writing layers or the findings list to a file that the user chooses. */
export function useExport() {
  const text = useText();
  const { message } = App.useApp();
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async ({ name, bytes }: WrittenFile) => {
    const host = await getHost();
    const suffix = name.slice(name.lastIndexOf('.') + 1);
    const saved = await host.saveFile({
      title: text('export.title'),
      suggestedName: name,
      filters: [{ name: text(textKey(`export.filters.${suffix}`)), extensions: [suffix] }],
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

  const exportLayers = (choice: ExportChoice) =>
    attempt(async (signal) => {
      const input = exportInput(choice, text);
      if (!input) return false;
      return save(await runJob('exportLayers', input, { signal, onProgress: setProgress }));
    });

  const exportFindings = (phones: boolean) =>
    attempt(async () => {
      const { project } = useProject.getState();
      const table = findingList(text, phones);
      if (!project || !table) return false;
      const name = safeFileName(`${project.name} ${text('export.findingsName')}`);
      return save({ name: `${name}.csv`, bytes: writeCsv([table]) });
    });

  return { progress, exportLayers, exportFindings };
}
