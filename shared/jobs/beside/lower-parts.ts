import type { LowerPartScan } from '#shared/formats/csv/lower-part.ts';
import type { IssueReader } from '#shared/formats/import/issue-reader.ts';

/** The lower part of a table as this thread has it. */
export interface KeptPart {
  /** The text; what stands above the part may be nought. */
  bytes: Uint8Array;
  scan: LowerPartScan;
  /** Who reads its issues, and for what; kept from block to block. */
  reading: { purpose: string; reader: Promise<IssueReader> } | null;
}

/** What has been scanned of tables that are still being worked on, by the keys of their files. */
export const lowerParts = new Map<string, KeptPart>();
