import { toWgs84 } from '#shared/formats/import/convert-layer.ts';
import { readIssueFacts } from '#shared/formats/import/issue-facts-block.ts';
import type { IssueFactsBlock } from '#shared/formats/import/issue-facts-columns.ts';
import { IssueReader } from '#shared/formats/import/issue-reader.ts';
import type { FactsPurpose } from '#shared/formats/import/lower-rows.ts';
import { RowRefused } from '#shared/formats/import/plan.ts';
import { breathe, type JobHandler } from '#shared/jobs/job.ts';
import { buffersOf } from '#shared/model/buffers-of.ts';
import { lowerParts } from './lower-parts.ts';

export interface ReadLowerFactsInput {
  key: string;
  purpose: FactsPurpose;
  /** Rows of the table above the part. */
  before: number;
  /** Rows, counted from 0 among those of the part that hold something. */
  from: number;
  to: number;
}

async function readerFor(purpose: FactsPurpose): Promise<IssueReader> {
  const { columns, mapping, system, offset } = purpose;
  const table = { layer: '', columns: [...columns], rows: [] };
  const source = { file: '', table, mapping, toWgs84: await toWgs84(system) };
  return new IssueReader(source, offset, () => {
    // Only all of the column tells.
    throw new RowRefused('badDate');
  });
}

/** Reads what some rows of a lower part say of issues; null when the part is not kept. */
export const readLowerFacts: JobHandler<ReadLowerFactsInput, IssueFactsBlock | null> = async (
  { key, purpose, before, from, to },
  context,
) => {
  await breathe(context);
  const part = lowerParts.get(key);
  if (!part) return null;
  const name = JSON.stringify(purpose);
  if (part.reading?.purpose !== name) {
    part.reading = { purpose: name, reader: readerFor(purpose) };
  }
  const reader = await part.reading.reader;
  part.scan.keep(purpose.kept);
  const rows = part.scan.rows.slice(from, to);
  const place = { bytes: part.bytes, before };
  const block = readIssueFacts(rows, reader, place);
  context.handOver?.(buffersOf(block));
  return block;
};
