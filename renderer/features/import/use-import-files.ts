import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import { groupFiles, partFiles } from '#shared/formats/source/group-files.ts';
import type { DataFile } from '#shared/host/host.ts';
import { errorSentence } from './error-sentence.ts';
import { type ImportFile, type ImportTable, keepChosen, startTable } from './import-file.ts';
import { type Ground, isSameGround, projectGround } from './project-ground.ts';
import { putAway } from './put-away.ts';
import { forgetRead, takeAhead } from './read-ahead.ts';

/** Outlines that other files of the dialog bring, for a project that has none yet. */
function broughtGround(files: readonly ImportFile[], except: string): Ground {
  return files
    .filter(({ key }) => key !== except)
    .flatMap(({ tables }) => tables ?? [])
    .flatMap(({ description, mapping }) =>
      mapping?.target === 'district' && description.outline ? [description.outline] : [],
    );
}

/** The files of the dialog, read in the worker one after another. */
export function useImportFiles(initial: readonly DataFile[]) {
  const text = useText();
  const fallback = useRef('');
  useLayoutEffect(() => {
    fallback.current = text('import.columns.unclassified');
  }, [text]);
  const [files, setFiles] = useState<ImportFile[]>([]);
  const latest = useRef<ImportFile[]>([]);
  useLayoutEffect(() => {
    latest.current = files;
  }, [files]);
  const ending = useRef(new AbortController());

  const change = useCallback(
    (key: string, changed: (file: ImportFile) => Partial<ImportFile>) =>
      setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...changed(one) } : one))),
    [],
  );

  const read = useCallback(
    async function readFile(file: ImportFile): Promise<void> {
      const { signal } = ending.current;
      const { key, name, bytes, parts, encoding, ahead } = file;
      // Another encoding may have been chosen meanwhile: its answer counts, whichever comes last.
      const answer = (changed: (now: ImportFile) => Partial<ImportFile>) =>
        change(key, (now) => (now.encoding === encoding ? changed(now) : {}));
      try {
        const own = projectGround();
        const reference = own.length > 0 ? own : broughtGround(latest.current, key);
        const isRead = ahead && isSameGround(ahead.ground, reference) && encoding === undefined;
        const input = { name, bytes, parts, reference: [...reference], encoding, key };
        const { formatId, tables } = await (isRead
          ? ahead.parsed
          : runJob('parseImport', input, { signal }));
        const started = tables.map((table) =>
          startTable(table, own.length > 0, fallback.current, name),
        );
        answer((now) => ({ formatId, tables: keepChosen(now.tables, started), error: null }));
        const bringsGround = started.some(({ mapping }) => mapping?.target === 'district');
        if (own.length > 0 || !bringsGround) return;
        // What was read before the outline came is held against it now.
        for (const other of latest.current) {
          const isOpen = other.tables?.some(({ description }) =>
            description.guesses.some(({ inside }) => inside === null),
          );
          if (other.key !== key && isOpen && !hasOutline(other)) void readFile(other);
        }
      } catch (error) {
        if (!signal.aborted) {
          answer(() => ({ error: errorSentence(error, 'import.unreadable', { name }) }));
        }
      }
    },
    [change],
  );

  const take = useCallback(
    async (more: readonly DataFile[], { signal }: AbortController) => {
      const away = await Promise.all(groupFiles(more).map(putGroupAway));
      if (signal.aborted) return;
      // Only now: whoever takes up what was begun sees to its end.
      const added = away.map(takeUp);
      setFiles((all) => [...all, ...added]);
      for (const file of added) void read(file);
    },
    [read],
  );
  const add = useCallback((more: readonly DataFile[]) => void take(more, ending.current), [take]);

  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    setFiles([]);
    return () => {
      controller.abort();
      forget(latest.current);
    };
  }, []);
  // Files dropped while the dialog is open join those that are there.
  useEffect(() => add(initial), [add, initial]);

  const remove = (key: string) => {
    forget(latest.current.filter((file) => file.key === key));
    setFiles((all) => all.filter((file) => file.key !== key));
  };

  const changeTables = (key: string, changed: (table: ImportTable, at: number) => ImportTable) =>
    change(key, ({ tables }) => ({ tables: tables?.map(changed) ?? null }));

  const setMapping = (key: string, index: number, mapping: TableMapping | null) =>
    changeTables(key, (table, at) =>
      at === index ? { ...table, mapping, remembered: false, mappingChosen: true } : table,
    );

  /** The layers of a drawing lie in one system: those that have none yet take it over. */
  const setSystem = (key: string, index: number, system: CrsChoice) =>
    changeTables(key, (table, at) =>
      at === index || table.system === null ? { ...table, system, systemChosen: true } : table,
    );

  /** Reads a file again in another encoding; undefined leaves it to the evidence. */
  const setEncoding = (key: string, encoding: string | undefined) => {
    const file = latest.current.find((one) => one.key === key);
    if (!file) return;
    // The headings are read anew, and with them what the columns are.
    const anew = (table: ImportTable) => ({ ...table, mappingChosen: false });
    change(key, ({ tables }) => ({ encoding, error: null, tables: tables?.map(anew) ?? null }));
    void read({ ...file, encoding });
  };

  return { files, add, remove, setMapping, setSystem, setEncoding };
}

type FileAway = Pick<ImportFile, 'name' | 'bytes' | 'parts'>;

/** A file with its parts, none of which stays in the window's memory. */
async function putGroupAway(
  source: ReturnType<typeof groupFiles<DataFile['bytes']>>[number],
): Promise<FileAway> {
  const { name } = source;
  const parts = partFiles(name, source.parts).map(async (part) => ({
    name: part.name,
    bytes: await putAway(part.bytes),
  }));
  return { name, bytes: await putAway(source.bytes), parts: await Promise.all(parts) };
}

/** A file as the dialog begins with it. */
function takeUp(file: FileAway): ImportFile {
  const begun = takeAhead(file.bytes);
  return {
    ...file,
    key: begun?.key ?? crypto.randomUUID(),
    ahead: begun ?? null,
    tables: null,
    error: null,
    formatId: null,
    encoding: undefined,
  };
}

/** Lets the worker let go of what it has read. */
function forget(files: readonly ImportFile[]): void {
  forgetRead(files.map(({ key }) => key));
}

function hasOutline({ tables }: ImportFile): boolean {
  return tables?.some(({ mapping }) => mapping?.target === 'district') ?? false;
}
