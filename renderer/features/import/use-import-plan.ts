import { useCallback, useEffect, useRef, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { useProject } from '#renderer/state/project.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import { usualDuplicates } from '#shared/formats/import/duplicates.ts';
import type { DuplicateChoice, ImportPlan } from '#shared/formats/import/plan.ts';
import { localDay } from '#shared/model/local-day.ts';
import { type AnyRecord, recordKinds } from '#shared/model/record.ts';
import { errorSentence, type Sentence } from './error-sentence.ts';
import type { ImportFile } from './import-file.ts';
import { rememberMapping } from './mapping-store.ts';

/** Number of things an import puts, new and changed; lists of the project that grow by it do not count. */
export function countPlanned(plan: ImportPlan): number {
  return [plan.added, plan.updated]
    .flatMap((counts) => Object.entries(counts))
    .reduce((sum, [kind, count]) => (kind === 'project' ? sum : sum + count), 0);
}

/** Records of the project that planning has to look at; issues only when issues are imported. */
function recordsFor(files: readonly ImportFile[]): AnyRecord[] {
  const { document } = useProject.getState();
  const tables = files.flatMap((file) => file.tables ?? []);
  const withIssues = tables.some(({ mapping }) => mapping?.target === 'issue');
  return recordKinds
    .filter((kind) => kind !== 'scene' && (withIssues || kind !== 'issueChunk'))
    .flatMap((kind) => [...(document?.all(kind) ?? [])]);
}

/** Working out what an import would do, and doing it. */
export function useImportPlan() {
  const [progress, setProgress] = useState<number | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const running = useRef<AbortController | null>(null);
  const revision = useRef(-1);

  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const choices = useRef<Record<string, string>>({});
  const duplicates = useRef<DuplicateChoice>(usualDuplicates);
  const [duplicateChoice, setDuplicateChoice] = useState<DuplicateChoice>(usualDuplicates);

  /** Answers whether the plan came about. */
  const start = useCallback(async (files: readonly ImportFile[]): Promise<boolean> => {
    const mine = new AbortController();
    running.current?.abort();
    running.current = mine;
    setError(null);
    setPlan(null);
    setProgress(0);
    const { project } = useProject.getState();
    revision.current = useProject.getState().revision;
    try {
      const made = await runJob(
        'planImport',
        {
          files: files
            .filter((file) => file.tables?.some(({ mapping }) => mapping))
            .map(({ key, name, bytes, parts, tables, encoding }) => ({
              key,
              name,
              bytes,
              parts,
              encoding,
              systems: (tables ?? []).map(({ system }) => system),
              mappings: (tables ?? []).map(({ mapping }) => mapping),
            })),
          records: recordsFor(files),
          today: localDay(Date.now(), project?.utcOffsetMinutes ?? 480),
          choices: choices.current,
          duplicates: duplicates.current,
        },
        { signal: mine.signal, onProgress: setProgress },
      );
      setPlan(made);
      return true;
    } catch (failure) {
      setError(
        mine.signal.aborted
          ? { key: 'import.cancelled', params: {} }
          : errorSentence(failure, 'import.failed'),
      );
      return false;
    } finally {
      if (running.current === mine) {
        running.current = null;
        setProgress(null);
      }
    }
  }, []);

  /** Says whom a name that fits several people means; the plan is made again with it. */
  const choosePerson = (files: readonly ImportFile[], key: string, personId: string) => {
    choices.current = { ...choices.current, [key]: personId };
    return start(files);
  };

  /** Says what is to become of rows whose key another has; the plan is made again with it. */
  const chooseDuplicates = (files: readonly ImportFile[], choice: DuplicateChoice) => {
    duplicates.current = choice;
    setDuplicateChoice(choice);
    return start(files);
  };

  /** Puts the plan into the project in one step; answers whether it is done. */
  const apply = async (files: readonly ImportFile[]): Promise<boolean> => {
    // The project has changed under the plan: what it would do now has to be shown first.
    if (useProject.getState().revision !== revision.current) {
      await start(files);
      return false;
    }
    if (!plan) return false;
    const used = files.filter((file) => file.tables?.some(({ mapping }) => mapping));
    const label = {
      key: 'import.label',
      params: { files: used.map(({ name }) => name).join('、'), count: countPlanned(plan) },
    };
    const result = edit(importRecords, { records: plan.records, label });
    if ('refused' in result) {
      setError({ key: result.refused, params: result.params ?? {} });
      return false;
    }
    for (const { description, mapping } of used.flatMap(({ tables }) => tables ?? [])) {
      const columns = description.columns.map(({ name }) => name);
      if (!mapping || description.layer !== '') continue;
      // The next list is one of another day.
      const { day: _day, ...lasting } = mapping;
      rememberMapping(columns, lasting);
    }
    return true;
  };

  return {
    progress,
    plan,
    error,
    start,
    choosePerson,
    duplicateChoice,
    chooseDuplicates,
    cancel,
    apply,
  };
}
