import * as z from 'zod';
import { tally } from '#shared/keep/tally.ts';
import type { ProjectDatabase } from './project-database.ts';

/** The key under which the head lies among the rows of the log, which begin with 1. */
export const headKey = 0;

const projectHead = z.object({
  sequence: z.literal(headKey),
  /** Counts and hashes of the records as they were stored; null until they are counted. */
  tally: tally.nullable().catch(null),
  /**
   * Whether the project has a passphrase, so that its backups are sealed; `with-old-backups` while there may
   * be some from before it.
   */
  sealed: z.enum(['sealed', 'with-old-backups']).nullable().catch(null),
});
/** What is kept about a project beside its records and its log. */
export type ProjectHead = z.infer<typeof projectHead>;
export type Sealing = ProjectHead['sealed'];

const noHead: ProjectHead = { sequence: headKey, tally: null, sealed: null };

const rowsOf = (database: ProjectDatabase) => database.table<unknown, number>('audit');

/** A head as it lies in the log; what is none is an empty one. */
export function parseHead(value: unknown): ProjectHead {
  const parsed = projectHead.safeParse(value);
  return parsed.success ? parsed.data : noHead;
}

/** The head of an open database; databases from before there were heads have an empty one. */
export async function readHead(database: ProjectDatabase): Promise<ProjectHead> {
  return parseHead(await rowsOf(database).get(headKey));
}

/** Puts a head in the place of the one that was read, in the same transaction. */
export async function putHead(database: ProjectDatabase, head: ProjectHead): Promise<void> {
  await rowsOf(database).put(head);
}
