import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import * as z from 'zod';
import { RowRefused } from './plan.ts';

/**
 * The record as its kind's schema has it.
 * @throws RowRefused naming the field that does not fit.
 */
export function checkRecord(record: AnyRecord): AnyRecord {
  try {
    return parseRecord(record);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    throw new RowRefused('badField', {
      field: issue?.path.slice(0, 2).join('.') ?? '?',
      detail: (issue?.message ?? '').slice(0, 120),
    });
  }
}
