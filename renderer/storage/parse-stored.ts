import type * as z from 'zod';
import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunk } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, type RecordKind, recordSchemas } from '#shared/model/record.ts';
import type { ChunkPart, ChunkParts } from './chunk-parts.ts';
import { StorageError } from './storage-error.ts';
import {
  fromStored,
  type StoredRow,
  type StoredSlice,
  storedRow,
  storedSlice,
} from './stored-row.ts';

/** The columns of a chunk as the database gives them. @throws StorageError `damaged` */
export function parsePart({ part, chunk, hash }: ChunkPart): ChunkPart {
  const parsed = issueChunk.safeParse(chunk);
  if (parsed.success) return { part, chunk: parsed.data, ...(hash && { hash }) };
  throw new StorageError('damaged', `issuePart ${part}: ${firstIssue(parsed.error)}`);
}

/** A record as the database gives it. @throws StorageError `damaged` */
export function parseStored(kind: RecordKind, value: unknown, parts: ChunkParts): AnyRecord {
  const id = String((value as Record<string, unknown> | null)?.['id']);
  if (kind === 'issueChunk') return inWords(`${kind} ${id}`, () => parts.find(value));
  const parsed = recordSchemas[kind].safeParse(value);
  if (parsed.success) return parsed.data as AnyRecord;
  throw new StorageError('damaged', `${kind} ${id}: ${firstIssue(parsed.error)}`);
}

/** A slice of a large row as the database gives it. @throws StorageError `damaged` */
export function parseSlice(value: unknown): StoredSlice {
  const parsed = storedSlice.safeParse(value);
  if (parsed.success) return parsed.data as unknown as StoredSlice;
  const key = String((value as Record<string, unknown> | null)?.['key']);
  throw new StorageError('damaged', `rowSlice ${key}: ${firstIssue(parsed.error)}`);
}

/** The row that comes next in the log, as number `due`, with its slices in order. @throws StorageError `damaged` */
export function parseRow(
  value: unknown,
  due: number,
  slices: readonly StoredSlice[],
  parts: ChunkParts,
): AuditRow {
  const parsed = storedRow.safeParse(value);
  if (!parsed.success) {
    throw new StorageError('damaged', `audit ${due}: ${firstIssue(parsed.error)}`);
  }
  if (parsed.data.sequence !== due) throw new StorageError('damaged', `audit ${due} is missing`);
  return inWords(`audit ${due}`, () =>
    parts.revivedRow(fromStored(parsed.data as unknown as StoredRow, slices)),
  );
}

function inWords<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StorageError('damaged', `${where}: ${why}`);
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')} ${issue.message}` : error.message;
}
