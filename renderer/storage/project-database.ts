import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AuditRow } from '#shared/edits/audit.ts';
import { type AnyRecord, recordKinds } from '#shared/model/record.ts';
import type { ChunkPart, StoredRecord } from './chunk-parts.ts';
import { freshLog } from './fresh-log.ts';
import { patiently } from './patiently.ts';
import type { SliceKey, StoredSlice } from './stored-row.ts';
import { splitChunks } from './split-chunks.ts';
import { storedVersion } from './stored-version.ts';
import { isWindow, upgradeInWorker } from './upgrade-database.ts';

const namePrefix = 'hengzong-project-';

/** Newest version of the schema that this build knows; older ones are upgraded, newer ones refused. */
export const schemaVersion = 7;

/** Kinds of records that version 1 had no tables for; its own rows stay as they are. */
const addedInSecond: readonly string[] = ['border', 'dutyList'];

/** Kinds of records that version 2 had no tables for. */
const addedInThird: readonly string[] = ['lock', 'scenario', 'planEdition'];

/** Kinds of records that version 5 had no tables for. */
const addedInSixth: readonly string[] = ['baseUnit'];

/** Dexie multiplies its version numbers by ten for IndexedDB. */
export const nativeVersionFactor = 10;

export function databaseName(projectId: string): string {
  return namePrefix + projectId;
}

/** Ids of all projects that have a database on this machine. */
export async function storedProjectIds(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames();
  return names
    .filter((name) => name.startsWith(namePrefix))
    .map((name) => name.slice(namePrefix.length));
}

/**
 * The database of one project: a table for each kind of record, the columns of its issues as parts (see
 * chunk-parts.ts), and the audit log by sequence, large rows of it in slices (see stored-row.ts).
 * A transaction counts as complete only when it is on the disk.
 */
export class ProjectDatabase extends Dexie {
  declare audit: EntityTable<AuditRow, 'sequence'>;
  declare issuePart: Table<ChunkPart, string>;
  declare rowSlice: Table<StoredSlice, SliceKey>;
  private readonly projectId: string;

  /** @param onUpgrade hears how far an older database is that is being brought to today's schema */
  constructor(projectId: string, onUpgrade: (fraction: number) => void = () => {}) {
    super(databaseName(projectId), {
      autoOpen: false,
      chromeTransactionDurability: 'strict',
    });
    this.projectId = projectId;
    const tables = (kinds: readonly string[]) =>
      Object.fromEntries(kinds.map((kind) => [kind, 'id']));
    const added = [...addedInSecond, ...addedInThird, ...addedInSixth];
    const first = recordKinds.filter((kind) => !added.includes(kind));
    this.version(1).stores({ ...tables(first), audit: 'sequence' });
    this.version(2).stores(tables(addedInSecond));
    this.version(3).stores(tables(addedInThird));
    // The same tables: audit rows may hold rows of another copy's log, which older builds would drop.
    this.version(4).stores({});
    this.version(5)
      .stores({ issuePart: 'part' })
      .upgrade((transaction) => splitChunks(transaction, onUpgrade));
    this.version(6).stores(tables(addedInSixth));
    // Rows that were stored before stay whole.
    this.version(schemaVersion).stores({ rowSlice: 'key' });
  }

  recordTable(kind: AnyRecord['kind']): Table<StoredRecord, string> {
    return this.table(kind);
  }

  /**
   * Opens what is stored. An older version is upgraded first, for a window by a worker; that writes: the log
   * must be fresh by then.
   */
  async openStored(): Promise<void> {
    const version = await patiently(() => storedVersion(this.name));
    if (version < schemaVersion * nativeVersionFactor) {
      await freshLog();
      if (version > 0 && isWindow()) await upgradeInWorker(this.projectId);
    }
    await patiently(() => this.open());
  }
}
