import { useCallback, useEffect, useRef, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import { usualDuplicates } from '#shared/formats/import/duplicates.ts';
import type { DuplicateChoice, ImportPlan } from '#shared/formats/import/plan.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { errorSentence, type Sentence } from './error-sentence.ts';
import type { ImportFile } from './import-file.ts';
import { rememberMapping } from './mapping-store.ts';
import { makePlan, type PlanInput, type PlanMaking } from './plan-making.ts';
import { showIssues } from './show-issues.ts';

/** Number of things an import puts, new and changed; lists of the project that grow by it do not count. */
export function countPlanned(plan: ImportPlan): number {
  return [plan.added, plan.updated]
    .flatMap((counts) => Object.entries(counts))
    .reduce((sum, [kind, count]) => (kind === 'project' ? sum : sum + count), 0);
}

/** Working out what an import would do, and doing it. */
export function useImportPlan() {
  const [progress, setProgress] = useState<number | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  /** The last plan that was begun, and the one that the user waits for or sees. */
  const making = useRef<PlanMaking | null>(null);
  const shown = useRef<PlanMaking | null>(null);

  const cancel = useCallback(() => making.current?.cancel(), []);
  useEffect(() => cancel, [cancel]);

  const choices = useRef<Record<string, string>>({});
  const duplicates = useRef<DuplicateChoice>(usualDuplicates);
  const [duplicateChoice, setDuplicateChoice] = useState<DuplicateChoice>(usualDuplicates);
  const inputOf = (files: readonly ImportFile[]): PlanInput => ({
    files,
    choices: choices.current,
    duplicates: duplicates.current,
  });

  /** The plan of files as it has been begun, or is now: the user may still look at what was read. */
  const prepare = useCallback((files: readonly ImportFile[]): PlanMaking => {
    const begun = making.current;
    if (begun?.isFor(inputOf(files)) && !begun.isCancelled()) return begun;
    begun?.cancel();
    making.current = makePlan(inputOf(files));
    return making.current;
  }, []);

  /** Ends what was begun for files that are to become something else now. */
  const leave = useCallback((files: readonly ImportFile[]) => {
    if (making.current?.isFor(inputOf(files)) === false) making.current.cancel();
  }, []);

  /** Answers whether the plan came about. */
  const start = useCallback(
    async (files: readonly ImportFile[]): Promise<boolean> => {
      setError(null);
      setPlan(null);
      const mine = prepare(files);
      shown.current = mine;
      mine.watch((fraction) => shown.current === mine && setProgress(fraction));
      try {
        const made = await mine.plan;
        if (shown.current === mine) setPlan(made);
        return shown.current === mine;
      } catch (failure) {
        if (shown.current !== mine) return false;
        setError(
          mine.isCancelled()
            ? { key: 'import.cancelled', params: {} }
            : errorSentence(failure, 'import.failed'),
        );
        return false;
      } finally {
        if (shown.current === mine) setProgress(null);
      }
    },
    [prepare],
  );

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
    if (useProject.getState().revision !== shown.current?.revision) {
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
    if (plan.added.issue) {
      // Not in the task of the edit: the map's worker is sent all of them.
      await nextTask();
      showIssues();
    }
    return true;
  };

  return {
    progress,
    plan,
    error,
    prepare,
    leave,
    start,
    choosePerson,
    duplicateChoice,
    chooseDuplicates,
    cancel,
    apply,
  };
}
