import type { Project } from './project.ts';
import type { AnyRecord } from './record.ts';

/** The project among its records; undefined where it is missing. */
export function projectOf(records: readonly AnyRecord[]): Project | undefined {
  return records.find((record) => record.kind === 'project');
}
