import type { AuditRow, MergedRow } from '#shared/edits/audit.ts';
import { renameProject } from '#shared/edits/rename-project.ts';
import { sameToday } from '#shared/edits/same-today.ts';
import { projectOf } from '#shared/model/project-of.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { decide, type Side } from './decide.ts';
import { keepReferences } from './keep-references.ts';
import { knownRows, newRows } from './known-rows.ts';
import { lastStates, type RecordStory, type State, storiesOf, toldIn } from './record-states.ts';

/** One copy of a project: its records and its whole log. */
export interface Copy {
  records: readonly AnyRecord[];
  audit: readonly AuditRow[];
}

/** Who changed a record last in one of the copies, and what that edit was. */
export type LastEdit = Pick<MergedRow, 'author' | 'time' | 'label'> | null;

/** A record that both copies changed; null where one has none (any more). */
export interface MergeConflict {
  id: string;
  mine: State;
  theirs: State;
  mineBy: LastEdit;
  theirsBy: LastEdit;
  /** Where one copy removed it: ids of what the other has, or both, that names it and may stay. */
  neededBy: readonly string[];
}

export interface MergePlan {
  /** What is taken over from the other copy without asking: this copy's state and the other's. */
  taken: { mine: State; theirs: State }[];
  conflicts: MergeConflict[];
  /** The other copy's rows that this log does not know yet, oldest first. */
  rows: MergedRow[];
}

/** Why two copies cannot be merged, as an i18n key. */
export type MergeRefusal = { refused: 'merge.refused.other' | 'merge.refused.nothingNew' };

/**
 * Compares two copies of one project record by record, with the logs as witness of who changed what.
 * What only one of them changed counts; what both changed is a conflict. Nothing is left out: every
 * record that differs is taken, kept because only this copy changed it, or a conflict. Asked the other
 * way round, the same records come out and the same conflicts. Refuses other projects, and copies that
 * have nothing new to tell.
 */
export function planMerge(mine: Copy, other: Copy): MergePlan | MergeRefusal {
  const theirs = underOneId(mine, other);
  if (!theirs) return { refused: 'merge.refused.other' };
  const rows = newRows(theirs.audit, knownRows(mine.audit));
  if (rows.length === 0 && theirs.audit.length > 0) return { refused: 'merge.refused.nothingNew' };
  const ours = newRows(mine.audit, knownRows(theirs.audit));
  const sides = {
    mine: sideOf(mine, storiesOf(ours)),
    theirs: sideOf(theirs, storiesOf(rows)),
  };
  const decided = new Map<string, 'theirs' | 'conflict'>();
  for (const id of new Set([...sides.mine.records.keys(), ...sides.theirs.records.keys()])) {
    const decision = decide(sides.mine.of(id), sides.theirs.of(id));
    if (decision !== 'mine') decided.set(id, decision);
  }
  const needed = keepReferences(sides.mine.records, sides.theirs.records, decided);
  const taken: MergePlan['taken'] = [];
  const conflicts: MergeConflict[] = [];
  for (const [id, decision] of decided) {
    const [a, b] = [sides.mine.of(id), sides.theirs.of(id)];
    if (decision === 'theirs') {
      taken.push({ mine: a.state, theirs: b.state });
      continue;
    }
    conflicts.push({
      id,
      mine: a.state,
      theirs: b.state,
      mineBy: lastEdit(a.story),
      theirsBy: lastEdit(b.story),
      neededBy: [...(needed.get(id) ?? [])],
    });
  }
  const isNothing = rows.length + taken.length + conflicts.length === 0;
  return isNothing ? { refused: 'merge.refused.nothingNew' } : { taken, conflicts, rows };
}

function sideOf({ records, audit }: Copy, stories: ReadonlyMap<string, RecordStory>) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const told = toldBy(audit);
  const last = lastStates(audit);
  return {
    records: byId,
    of: (id: string): Side => {
      const [state, logged] = [byId.get(id) ?? null, last.get(id)];
      const isSound = () =>
        logged && state ? sameToday(logged, state) : logged === undefined || logged === state;
      return { state, story: stories.get(id), told: told.has(id), isSound };
    },
  };
}

/** Ids of all records that a log tells of, its own rows and the merged ones. */
function toldBy(audit: readonly AuditRow[]): Set<string> {
  const told = new Set<string>();
  for (const row of newRows(audit, new Set())) for (const { id } of toldIn(row)) told.add(id);
  return told;
}

function lastEdit(story: RecordStory | undefined): LastEdit {
  if (!story) return null;
  const { author, time, label } = story.last;
  return { author, time, label };
}

/** The other copy under this one's id; null when it is not a copy of the same project. */
function underOneId(mine: Copy, theirs: Copy): Copy | null {
  const own = projectOf(mine.records);
  const foreign = projectOf(theirs.records);
  if (!own || !foreign) return null;
  if (own.id === foreign.id) return theirs;
  const known = knownRows(mine.audit);
  const isCopy =
    own.createdAt === foreign.createdAt || theirs.audit.some((row) => known.has(row.id));
  return isCopy ? renameProject(theirs, foreign.id, own.id) : null;
}
