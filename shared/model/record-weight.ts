import type { Geometry } from 'geojson';
import { positionCount } from '#shared/geo/position-count.ts';
import type { AnyRecord } from './record.ts';

/** What a record weighs beside its positions. */
const ownWeight = 20;

/** About this many positions are copied from thread to thread, or to the disk, in a few milliseconds. */
export const partWeight = 10_000;

/** How long it takes to copy a record, in positions. */
export function recordWeight(record: Pick<AnyRecord, 'kind'>): number {
  if ('geometry' in record) return ownWeight + positionCount(record.geometry as Geometry);
  // Its columns are arrays of numbers, copied as they are; only the texts count. What refers to them has no count.
  if (record.kind === 'issueChunk' && 'count' in record) return (record.count as number) / 4;
  return ownWeight;
}
