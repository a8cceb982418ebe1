/** Bytes of one throwaway record: Chromium keeps larger ones in files of their own. */
const pieceSize = 60_000;
/** Together more than the 4 MB that LevelDB gathers in one log. */
const pieces = 110;
const name = 'hengzong-log';

let started: Promise<void> | null = null;

/**
 * Makes the browser begin a new log before anything of ours is written, once in the life of a window.
 *
 * A browser that is killed may leave a torn entry at the end of LevelDB's log. The next start reads past
 * it and goes on writing behind it; the start after that takes the tear for damage and throws away all
 * databases of the app. A log that has grown full is put away whole and the torn one with it: so it is
 * filled with chaff, which is deleted again. Resolves in any case: where it fails, the writes that follow
 * will say so themselves.
 */
export function freshLog(): Promise<void> {
  started ??= fillLog().catch(() => undefined);
  return started;
}

async function fillLog(): Promise<void> {
  const database = await opened();
  try {
    const transaction = database.transaction('chaff', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('chaff');
    // Chance, because what repeats itself is packed.
    for (let i = 0; i < pieces; i++) {
      store.put(crypto.getRandomValues(new Uint8Array(pieceSize)), i);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
  } finally {
    database.close();
    indexedDB.deleteDatabase(name);
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('chaff');
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('blocked', () => reject(new Error(`${name} is held elsewhere`)));
  });
}
