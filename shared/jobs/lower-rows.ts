import type { ComingBlocks } from '#shared/formats/import/issue-facts-columns.ts';
import type { FactsPurpose, LowerRows } from '#shared/formats/import/lower-rows.ts';
import { askBeside } from './beside/handlers.ts';
import type { ScanLowerPartInput, ScannedLower } from './beside/scan-lower-part.ts';
import type { JobContext, RunBeside } from './job.ts';

/** So many rows are read at a time: enough to be worth a message, few enough to be waited for. */
const rowsAtOnce = 8192;

/** Keys of files of which the second worker may hold something. */
const held = new Set<string>();

/** Has the second worker let go of files that nobody works on any more. */
export async function forgetBeside(keys: readonly string[], context: JobContext): Promise<void> {
  const known = keys.filter((key) => held.delete(key));
  if (known.length === 0) return;
  if (!context.beside) return;
  // A thread that is lost holds nothing any more.
  await askBeside(context.beside, 'forgetLowerParts', { keys: known }, context.signal).catch(
    () => null,
  );
}

/** The lower rows of a table in a second worker. What that cannot do is left to the first. */
export class RowsBeside implements LowerRows {
  /** Place of their first byte in the file. */
  readonly from: number;
  /** Their bytes and what the scan of them has found; null when it came to nothing. */
  readonly scanned: Promise<ScannedLower | null>;
  private readonly beside: RunBeside;
  private readonly key: string;
  private count = 0;
  /** Rows of the table above them, known when both are put together. */
  before = 0;

  constructor(beside: RunBeside, input: ScanLowerPartInput, signal: AbortSignal) {
    held.add(input.key);
    this.beside = beside;
    this.key = input.key;
    this.from = input.markLength + input.from;
    this.scanned = askBeside(beside, 'scanLowerPart', input, signal).then(
      (scanned) => {
        this.count = scanned.found?.look.filled.length ?? 0;
        return scanned;
      },
      () => null,
    );
  }

  read(purpose: FactsPurpose, signal: AbortSignal): ComingBlocks {
    const { beside, key, count, before } = this;
    const blocks: ComingBlocks = [];
    for (let from = 0; from < count; from += rowsAtOnce) {
      const input = { key, purpose, before, from, to: from + rowsAtOnce };
      blocks.push(askBeside(beside, 'readLowerFacts', input, signal).catch(() => null));
    }
    return blocks;
  }
}
