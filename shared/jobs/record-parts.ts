import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { inParts } from '#shared/model/in-parts.ts';
import { recordWeight } from '#shared/model/record-weight.ts';
import { nextTask } from './next-task.ts';

/** So many changed records are told in one message, as edits are; more of them in parts. */
export const mostAtOnce = 100;

/** Whether changed records are told in one message; chunks of issues, some megabytes each, only one. */
export function goAtOnce(records: readonly Pick<AnyRecord, 'kind'>[]): boolean {
  if (records.length > mostAtOnce) return false;
  return records.filter(({ kind }) => kind === 'issueChunk').length < 2;
}
/** Whether what goes to another thread or comes from it holds a district's records, which go in parts. */
export function hasRecords(value: unknown): value is { records: readonly { kind: RecordKind }[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'records' in value &&
    Array.isArray(value.records) &&
    value.records.every(
      (record: unknown) => typeof record === 'object' && record !== null && 'kind' in record,
    )
  );
}

/**
 * Posts records part by part, each in a task of its own. False when that was not `wanted` any more
 * before all were posted.
 */
export async function postInParts<Record extends Pick<AnyRecord, 'kind'>>(
  records: Iterable<Record>,
  post: (part: Record[]) => void,
  wanted: () => boolean,
): Promise<boolean> {
  for (const part of inParts(records, recordWeight)) {
    await nextTask();
    if (!wanted()) return false;
    post(part);
  }
  return true;
}
