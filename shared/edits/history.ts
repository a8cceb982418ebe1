import type { AuditRow, EditLabel, MergedRow } from './audit.ts';
import { isEmptyPatch, type Patch, reversePatch, squashPatches } from './patch.ts';
import { historyTrack } from './scenario/history-track.ts';

/** What a new audit row says besides its place in the log. */
export interface Step {
  action: AuditRow['action'];
  of: string | null;
  label: EditLabel;
  patch: Patch;
  merged?: readonly MergedRow[];
  keptOut?: readonly string[];
  mends?: true;
}

/** What of one track can be taken back, and what can be done again: each with the way there. */
interface Track {
  done: AuditRow[];
  undone: { row: AuditRow; again: Patch }[];
}

/** How to get to the state after a row: so many steps of undo or redo, or the patch of an edit that restores it. */
export type WayBack = { undo: number } | { redo: number } | { restore: Patch };

/** What has become of an edit: in force (`now` for the last one), taken back, or taken back and built over. */
export type EditState = 'done' | 'now' | 'undone' | 'left';

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
  /** By row: its track, and the last edit of it that was in force after the row; null where none was. */
  private readonly marks: { track: string | null; top: AuditRow | null }[] = [];

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
    const track = historyTrack(row.patch);
    const { done, undone } = this.of(track);
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
    this.marks.push({ track, top: done.at(-1) ?? null });
  }

  /** What has become of each edit, by the id of its row; `now` is the last one of the track that is asked for. */
  states(): Map<string, EditState> {
    const states = new Map<string, EditState>();
    for (const { id, action } of this.log) if (action === 'edit') states.set(id, 'left');
    for (const { done, undone } of this.tracks.values()) {
      for (const { id } of done) states.set(id, 'done');
      for (const { row } of undone) states.set(row.id, 'undone');
    }
    const last = this.of(this.track).done.at(-1);
    if (last) states.set(last.id, 'now');
    return states;
  }

  /**
   * The way to the state after a row of the track that is asked for. What was built over is not reached by
   * undo and redo: there the way is an edit that puts everything as it was. Null when the state is that
   * already, or there is no such row.
   */
  wayTo(sequence: number): WayBack | null {
    const mark = this.marks[sequence - 1];
    if (!mark || mark.track !== this.track) return null;
    const { done, undone } = this.of(this.track);
    const { top } = mark;
    if (top === (done.at(-1) ?? null)) return null;
    if (top === null) return { undo: done.length };
    const at = done.indexOf(top);
    if (at >= 0) return { undo: done.length - 1 - at };
    const ahead = undone.findIndex(({ row }) => row === top);
    if (ahead >= 0) return { redo: undone.length - ahead };
    const since = this.log.filter((_, i) => i >= sequence && this.marks[i]!.track === this.track);
    const restore = squashPatches(since.reverse().map(({ patch }) => reversePatch(patch)));
    return isEmptyPatch(restore) ? null : { restore };
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
