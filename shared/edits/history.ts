import type { AuditRow, EditLabel } from './audit.ts';
import { isEmptyPatch, type Patch, reversePatch, squashPatches } from './patch.ts';

/** What a new audit row says besides its place in the log. */
export interface Step {
  action: AuditRow['action'];
  of: string | null;
  label: EditLabel;
  patch: Patch;
}

/** How to get to the state after a row: so many steps of undo or redo, or the patch of an edit that restores it. */
export type WayBack = { undo: number } | { redo: number } | { restore: Patch };

/** What has become of an edit: in force (`now` for the last one), taken back, or taken back and built over. */
export type EditState = 'done' | 'now' | 'undone' | 'left';

/**
 * Undo and redo, derived from the audit log alone: nothing is ever taken out of the log, and a log
 * read back after a restart gives the same history. A new edit ends what could be done again.
 */
export class History {
  private readonly log: AuditRow[] = [];
  private readonly done: AuditRow[] = [];
  private readonly undone: AuditRow[] = [];
  /** By row: the last edit that was in force after it; null where none was. */
  private readonly tops: (AuditRow | null)[] = [];

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
    return this.done.at(-1)?.label ?? null;
  }

  /** What redo would do again, or null. */
  get redoLabel(): EditLabel | null {
    return this.undone.at(-1)?.label ?? null;
  }

  /** The step that takes back the last edit, or null; it counts once its row is appended. */
  undoStep(): Step | null {
    const row = this.done.at(-1);
    if (!row) return null;
    return { action: 'undo', of: row.id, label: row.label, patch: reversePatch(row.patch) };
  }

  /** The step that does the last undone edit again, or null; it counts once its row is appended. */
  redoStep(): Step | null {
    const row = this.undone.at(-1);
    if (!row) return null;
    return { action: 'redo', of: row.id, label: row.label, patch: row.patch };
  }

  /**
   * Takes up a row that has been applied to the document.
   * @throws Error when its sequence does not follow, or it undoes or redoes anything but the next in turn.
   */
  append(row: AuditRow): void {
    if (row.sequence !== this.nextSequence) {
      throw new Error(`audit row ${row.sequence} where ${this.nextSequence} was due`);
    }
    if (row.action === 'edit') {
      this.done.push(row);
      this.undone.length = 0;
    } else {
      const [from, to] =
        row.action === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
      const last = from.at(-1);
      if (!last || last.id !== row.of) {
        throw new Error(`audit row ${row.sequence} does not ${row.action} the edit in turn`);
      }
      from.pop();
      to.push(last);
    }
    this.log.push(row);
    this.tops.push(this.done.at(-1) ?? null);
  }

  /** What has become of each edit, by the id of its row. */
  states(): Map<string, EditState> {
    const states = new Map<string, EditState>();
    for (const { id, action } of this.log) if (action === 'edit') states.set(id, 'left');
    for (const { id } of this.done) states.set(id, 'done');
    for (const { id } of this.undone) states.set(id, 'undone');
    const last = this.done.at(-1);
    if (last) states.set(last.id, 'now');
    return states;
  }

  /**
   * The way to the state after a row of the log. What was built over is not reached by undo and redo: there
   * the way is an edit that puts everything as it was. Null when the state is that already, or there is no
   * such row.
   */
  wayTo(sequence: number): WayBack | null {
    const top = this.tops[sequence - 1];
    if (top === undefined || top === (this.done.at(-1) ?? null)) return null;
    if (top === null) return { undo: this.done.length };
    const at = this.done.indexOf(top);
    if (at >= 0) return { undo: this.done.length - 1 - at };
    const ahead = this.undone.indexOf(top);
    if (ahead >= 0) return { redo: this.undone.length - ahead };
    const since = this.log.slice(sequence).reverse();
    const restore = squashPatches(since.map(({ patch }) => reversePatch(patch)));
    return isEmptyPatch(restore) ? null : { restore };
  }
}
