import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import { groupFiles, partFiles } from '#shared/formats/source/group-files.ts';
import type { HostFile } from '#shared/host/host.ts';
import { errorSentence } from './error-sentence.ts';
import { type ImportFile, startTable } from './import-file.ts';

/** The files of the dialog, read in the worker one after another. */
export function useImportFiles(initial: readonly HostFile[]) {
  const text = useText();
  const fallback = useRef('');
  useLayoutEffect(() => {
    fallback.current = text('import.columns.unclassified');
  }, [text]);
  const [files, setFiles] = useState<ImportFile[]>([]);
  const ending = useRef(new AbortController());
  const count = useRef(0);

  const read = useCallback(async (file: ImportFile) => {
    const change = (changed: Partial<ImportFile>) =>
      setFiles((all) => all.map((one) => (one.key === file.key ? { ...one, ...changed } : one)));
    const { signal } = ending.current;
    const { name, bytes, parts } = file;
    try {
      const parsed = await runJob('parseImport', { name, bytes, parts }, { signal });
      const hasDistrict = (useProject.getState().document?.all('district').length ?? 0) > 0;
      change({
        tables: parsed.tables.map((table) =>
          startTable(table, hasDistrict, fallback.current, name),
        ),
      });
    } catch (error) {
      if (!signal.aborted) change({ error: errorSentence(error, 'import.unreadable', { name }) });
    }
  }, []);

  const add = useCallback(
    (more: readonly HostFile[]) => {
      const added = groupFiles(more).map(({ name, bytes, parts }): ImportFile => {
        count.current += 1;
        return {
          name,
          bytes,
          parts: partFiles(name, parts),
          key: String(count.current),
          tables: null,
          error: null,
        };
      });
      setFiles((all) => [...all, ...added]);
      for (const file of added) void read(file);
    },
    [read],
  );

  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    setFiles([]);
    add(initial);
    return () => controller.abort();
  }, [add, initial]);

  const remove = (key: string) => setFiles((all) => all.filter((file) => file.key !== key));

  const setMapping = (key: string, index: number, mapping: TableMapping | null) =>
    setFiles((all) =>
      all.map((file) =>
        file.key === key && file.tables
          ? {
              ...file,
              tables: file.tables.map((table, at) =>
                at === index ? { ...table, mapping, remembered: false } : table,
              ),
            }
          : file,
      ),
    );

  return { files, add, remove, setMapping };
}
