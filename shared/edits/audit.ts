import { recordKinds } from '#shared/model/record.ts';
import * as z from 'zod';
import type { Patch } from './patch.ts';

/** What an edit did, as an i18n key with its parameters, so that both languages can show it. */
export const editLabel = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type EditLabel = z.infer<typeof editLabel>;

/** One line of the audit log. It is never cut: undo and redo are rows of their own. */
export interface AuditRow {
  /** UUID. */
  id: string;
  /** 1, 2, 3 … without holes. */
  sequence: number;
  /** ISO 8601 with offset. */
  time: string;
  author: string;
  label: EditLabel;
  action: 'edit' | 'undo' | 'redo';
  /** For undo and redo: the row of the edit that is taken back or done again. */
  of: string | null;
  patch: Patch;
  /**
   * What another copy of the project brought with this edit: the rows of its log that this one had not,
   * oldest first, as they were written there, so that nothing its authors did goes out of the log.
   */
  merged?: readonly MergedRow[];
  /** Ids of records that were removed here, changed in the copy that was merged, and settled to stay removed. */
  keptOut?: readonly string[];
  /** The edit makes records what the log says of them, where they had been changed outside of it. */
  mends?: true;
}

/** A row of another copy's log. */
export type MergedRow = Omit<AuditRow, 'merged' | 'mends'>;

const stored = z.looseObject({ kind: z.enum(recordKinds), id: z.uuid() });

/**
 * Form of a patch read from outside. Its records are checked for kind and id only: they are history, and may be
 * of an older schema version.
 */
export const loggedPatch = z.object({
  added: z.record(z.string(), stored),
  updated: z.record(z.string(), z.tuple([stored, stored])),
  removed: z.record(z.string(), stored),
});

/** Form of a row read from outside. */
export const mergedRow = z.object({
  id: z.uuid(),
  sequence: z.number().int().positive(),
  time: z.iso.datetime({ offset: true }),
  author: z.string(),
  label: editLabel,
  action: z.enum(['edit', 'undo', 'redo']),
  of: z.uuid().nullable(),
  patch: loggedPatch,
  keptOut: z.array(z.uuid()).optional(),
});

/** A row with what it brought in from another copy. */
export const auditRow = mergedRow.extend({
  merged: z.array(mergedRow).optional(),
  mends: z.literal(true).optional(),
});
