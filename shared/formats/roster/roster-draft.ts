import { ImportDraft } from '#shared/formats/import/import-draft.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** What one row made of one record; `before` null: it is new. */
export interface RowChange {
  before: AnyRecord | null;
  after: AnyRecord;
}

/** A draft that tells what each row of a list changed. */
export class RosterDraft extends ImportDraft {
  private readonly changes = new Map<string, RowChange>();

  override put(record: AnyRecord): void {
    const before = this.changes.get(record.id)?.before ?? this.get(record.id) ?? null;
    if (before && sameRecord(before, record)) this.changes.delete(record.id);
    else this.changes.set(record.id, { before, after: record });
    super.put(record);
  }

  /** What was changed since this was asked last. */
  takeChanges(): RowChange[] {
    const taken = [...this.changes.values()];
    this.changes.clear();
    return taken;
  }
}
