import type { AuditRow, EditLabel, MergedRow } from './audit.ts';
import { type Patch, reversePatch } from './patch.ts';
import { historyTrack } from './scenario/history-track.ts';

/** What a new audit row says besides its place in the log. */
export interface Step {
  action: AuditRow['action'];
  of: string | null;
  label: EditLabel;
  patch: Patch;
  merged?: readonly MergedRow[];
}

/** What of one track can be taken back, and what can be done again: each with the way there. */
interface Track {
  done: AuditRow[];
  undone: { row: AuditRow; again: Patch }[];
}

/**
 * Undo and redo, derived from the audit log alone: nothing is ever taken out of the log, and a log
 * read back after a restart gives the same history. A new edit ends what could be done again. Each
 * scenario has a track of its own beside that of the plan in force; see history-track.ts.
 */
export class History {
  /** The scenario whose undo is asked for; null: that of the plan in force and all the rest. */
  track: string | null = null;
  private readonly log: AuditRow[] = [];
  private readonly tracks = new Map<string | null, Track>();

  /** @throws Error when the rows are not a log (see {@link append}). */
  constructor(rows: Iterable<AuditRow> = []) {
    for (const row of rows) this.append(row);
  }

  /** The whole log, oldest first. */
  get rows(): readonly AuditRow[] {
    return this.log;
  }

  get nextSequence(): number {
    return this.log.length + 1;
  }

  /** What undo would take back, or null. */
  get undoLabel(): EditLabel | null {
    return this.of(this.track).done.at(-1)?.label ?? null;
  }

  /** What redo would do again, or null. */
  get redoLabel(): EditLabel | null {
    return this.of(this.track).undone.at(-1)?.row.label ?? null;
  }

  /** The step that takes back the last edit, or null; it counts once its row is appended. */
  undoStep(): Step | null {
    const row = this.of(this.track).done.at(-1);
    if (!row) return null;
    return { action: 'undo', of: row.id, label: row.label, patch: reversePatch(row.patch) };
  }

  /** The step that does the last undone edit again, or null; it counts once its row is appended. */
  redoStep(): Step | null {
    const last = this.of(this.track).undone.at(-1);
    if (!last) return null;
    const { row, again } = last;
    return { action: 'redo', of: row.id, label: row.label, patch: again };
  }

  /**
   * Takes up a row that has been applied to the document.
   * @throws Error when its sequence does not follow, or it undoes or redoes anything but the next in turn.
   */
  append(row: AuditRow): void {
    if (row.sequence !== this.nextSequence) {
      throw new Error(`audit row ${row.sequence} where ${this.nextSequence} was due`);
    }
    const { done, undone } = this.of(historyTrack(row.patch));
    if (row.action === 'edit') {
      done.push(row);
      undone.length = 0;
    } else if (row.action === 'undo') {
      this.expect(row, done.at(-1));
      const last = done.pop();
      // What was taken back may be more than the edit did: a scenario goes with its redrawings.
      if (last) undone.push({ row: last, again: reversePatch(row.patch) });
    } else {
      this.expect(row, undone.at(-1)?.row);
      const last = undone.pop();
      if (last) done.push(last.row);
    }
    this.log.push(row);
  }

  private expect(row: AuditRow, last: AuditRow | undefined): void {
    if (!last || last.id !== row.of) {
      throw new Error(`audit row ${row.sequence} does not ${row.action} the edit in turn`);
    }
  }

  private of(track: string | null): Track {
    let found = this.tracks.get(track);
    if (!found) {
      found = { done: [], undone: [] };
      this.tracks.set(track, found);
    }
    return found;
  }
}
