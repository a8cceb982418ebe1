import { Dexie } from 'dexie';
import { patiently } from './patiently.ts';

/** Bytes of one throwaway record: Chromium keeps larger ones in files of their own. */
const pieceSize = 60_000;
/** Together more than the 4 MB that LevelDB gathers in one log. */
const pieces = 110;
const name = 'hengzong-log';
/** Held while the log is filled: whoever wants to write waits for it. */
const fillingLock = 'hengzong-log-filling';
/** Held by every window and worker that writes, for as long as it lives. */
const freshLock = 'hengzong-log-fresh';

let started: Promise<void> | null = null;

/**
 * Makes the browser begin a new log before anything of ours is written, once in its life: while a window
 * or worker that has waited for this lives, others find the log fresh. When all of them have gone it is
 * filled again, which does no harm.
 *
 * A browser that is killed may leave a torn entry at the end of LevelDB's log. The next start reads past
 * it and goes on writing behind it; the start after that takes the tear for damage and throws away all
 * databases of the app. A log that has grown full is put away whole and the torn one with it: so it is
 * filled with chaff, which is deleted again. While one window fills the others wait: what they wrote
 * meanwhile might come to lie behind the tear. Resolves in any case: where it fails, the writes that
 * follow will say so themselves, and the next call tries again.
 */
export function freshLog(): Promise<void> {
  started ??= makeFresh().catch(() => {
    started = null;
  });
  return started;
}

async function makeFresh(): Promise<void> {
  await navigator.locks.request(fillingLock, async () => {
    const isFree = (lock: Lock | null) => lock !== null;
    if (await navigator.locks.request(freshLock, { ifAvailable: true }, isFree)) await fillLog();
    await holdForLife();
  });
}

/** Resolves when this window or worker holds the lock; it is let go when that closes or crashes. */
function holdForLife(): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(freshLock, { mode: 'shared' }, () => {
        resolve();
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}

async function fillLog(): Promise<void> {
  const database = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
  database.version(1).stores({ chaff: '' });
  try {
    await patiently(() => database.open());
    // Chance, because what repeats itself is packed.
    const chaff = Array.from({ length: pieces }, () =>
      crypto.getRandomValues(new Uint8Array(pieceSize)),
    );
    await database.table('chaff').bulkPut(chaff, [...chaff.keys()]);
  } finally {
    database.close();
    void Dexie.delete(name).catch(() => undefined);
  }
}
