import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import { useProject } from './project.ts';

const none: readonly never[] = [];

/** All records of a kind; the same array until one of them changes. */
export function useRecords<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
  return useProject((state) => state.document?.all(kind) ?? none);
}

/** One record, whatever its kind, or null when there is none with this id. */
export function useRecord(id: string | null): AnyRecord | null {
  return useProject((state) => (id === null ? null : (state.document?.get(id) ?? null)));
}

/** A number that grows with every change of the document: a dependency for derived values. */
export function useRevision(): number {
  return useProject((state) => state.revision);
}
