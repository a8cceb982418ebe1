import type { Geometry } from 'geojson';
import { positionCount } from '#shared/geo/position-count.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { nextTask } from './next-task.ts';

/** About this many positions are copied from thread to thread in a few milliseconds. */
const partWeight = 10_000;
/** So many changed records are told in one message, as edits are; more of them in parts. */
export const mostAtOnce = 100;

/** Whether changed records are told in one message; chunks of issues, some megabytes each, only one. */
export function goAtOnce(records: readonly Pick<AnyRecord, 'kind'>[]): boolean {
  if (records.length > mostAtOnce) return false;
  return records.filter(({ kind }) => kind === 'issueChunk').length < 2;
}
/** What a record weighs beside its positions. */
const ownWeight = 20;

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

/** How long it takes to copy a record, in positions. */
function recordWeight(record: Pick<AnyRecord, 'kind'>): number {
  if ('geometry' in record) return ownWeight + positionCount(record.geometry as Geometry);
  // Its columns are arrays of numbers, copied as they are; only the texts count.
  if (record.kind === 'issueChunk') return (record as { count: number } & typeof record).count / 4;
  return ownWeight;
}

/**
 * Items in parts that are each copied to another thread in a few milliseconds, so that sending a
 * whole district never holds a window up; a single heavy one is a part of its own.
 */
function* inParts<Item>(
  items: Iterable<Item>,
  weightOf: (item: Item) => number,
): Generator<Item[], void, undefined> {
  let part: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    if (part.length > 0 && weight + own > partWeight) {
      yield part;
      part = [];
      weight = 0;
    }
    part.push(item);
    weight += own;
  }
  if (part.length > 0) yield part;
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
