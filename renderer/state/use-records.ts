import { useProject } from './project.ts';

/** A number that grows with every change of the document: a dependency for derived values. */
export function useRevision(): number {
  return useProject((state) => state.revision);
}
