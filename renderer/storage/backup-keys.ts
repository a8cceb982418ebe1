import { Dexie, type EntityTable } from 'dexie';
import {
  type SealingKey,
  sealingKey,
  sealWith,
  unseal,
} from '#shared/formats/project-file/seal.ts';
import { freshLog } from './fresh-log.ts';
import { toStorageError } from './storage-error.ts';

const name = 'hengzong-keys';

interface StoredKey extends SealingKey {
  projectId: string;
  /** Something sealed with the key, by which its passphrase is known again. */
  probe: Uint8Array<ArrayBuffer>;
}

class Keys extends Dexie {
  declare keys: EntityTable<StoredKey, 'projectId'>;

  constructor() {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'projectId' });
  }
}

async function withKeys<T>(work: (keys: Keys['keys']) => PromiseLike<T>): Promise<T> {
  const database = new Keys();
  try {
    return await work(database.keys);
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  } finally {
    database.close();
  }
}

/** What is kept for a project. Reading makes no database: that is a write, for which the log must be fresh. */
async function read(projectId: string): Promise<StoredKey | undefined> {
  return (await Dexie.exists(name)) ? withKeys((keys) => keys.get(projectId)) : undefined;
}

/** The key that a project's backups are sealed with; null when its passphrase was never typed here. @throws StorageError */
export async function backupKey(projectId: string): Promise<SealingKey | null> {
  const stored = await read(projectId);
  if (!stored) return null;
  const { salt, rounds, key } = stored;
  return { salt, rounds, key };
}

/**
 * Keeps the key of a project's passphrase, so that backups are sealed with it long after the passphrase
 * is forgotten. The passphrase itself is not kept, and the key cannot be read out; it opens the backups
 * of this machine and no other file. The same passphrase keeps the key that is there. @throws StorageError
 */
export async function keepBackupKey(projectId: string, passphrase: string): Promise<void> {
  const stored = await read(projectId);
  if (stored && (await isKeyOf(stored, passphrase))) return;
  const key = await sealingKey(passphrase);
  const probe = await sealWith(new Uint8Array(1), key);
  await freshLog();
  await withKeys((keys) => keys.put({ projectId, ...key, probe }));
}

function isKeyOf({ probe }: StoredKey, passphrase: string): Promise<boolean> {
  return unseal(probe, passphrase).then(
    () => true,
    () => false,
  );
}

/** Gives another project, which was restored from a backup, the key of the first. @throws StorageError */
export async function copyBackupKey(from: string, to: string): Promise<void> {
  const stored = await read(from);
  if (!stored) return;
  await freshLog();
  await withKeys((keys) => keys.put({ ...stored, projectId: to }));
}

/** Forgets the key of a project that is deleted. @throws StorageError */
export async function dropBackupKey(projectId: string): Promise<void> {
  if (!(await read(projectId))) return;
  await freshLog();
  await withKeys((keys) => keys.delete(projectId));
}
