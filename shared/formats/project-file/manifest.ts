import type { AuditRow } from '#shared/edits/audit.ts';
import { changesOf } from '#shared/edits/patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import * as z from 'zod';

/**
 * Number of the newest format this version writes and reads; see pack-project.ts for its content.
 * Version 2 has audit rows with `merged`, the rows of another copy's log; version 3 has base units,
 * and scenes that name the layer `baseUnits`; version 4 has audit rows with `keptOut`, what a merge settled to stay removed.
 */
export const formatVersion = 4;

/** The oldest version that holds the records and all of the log, so that older programs open what they can. */
export function versionFor(
  records: Iterable<AnyRecord>,
  audit: readonly AuditRow[],
): 1 | 2 | 3 | 4 {
  // Records in the log are known by kind and id alone.
  const isNew = (record: Partial<AnyRecord> | null) =>
    record?.kind === 'baseUnit' ||
    (record?.kind === 'scene' && record.layers?.baseUnits !== undefined);
  const rows = audit.flatMap((row) => [row, ...(row.merged ?? [])]);
  if (rows.some(({ keptOut }) => keptOut)) return 4;
  for (const record of records) if (isNew(record)) return 3;
  if (rows.some(({ patch }) => changesOf(patch).flat().some(isNew))) return 3;
  return audit.some((row) => row.merged) ? 2 : 1;
}

export const manifestPath = 'manifest.json';

/** What every version of the format has: enough to tell a newer file from a foreign one. */
export const manifestHead = z.looseObject({
  format: z.literal('hengzong'),
  formatVersion: z.number().int().positive(),
});

export const manifest = z.object({
  format: z.literal('hengzong'),
  formatVersion: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(formatVersion)]),
  project: z.object({ id: z.uuid(), name: z.string() }),
  /** Records of each kind, and rows of the audit log. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  parts: z.array(
    z.object({
      path: z.string(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
