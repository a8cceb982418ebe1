/**
 * The version of a stored database as IndexedDB counts it, 0 when there is none. It is opened for that: the list
 * that the browser keeps of databases names the new version of one whose upgrade was killed and never came about.
 */
export function storedVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let isThere = true;
    opening.onupgradeneeded = () => {
      // Only a database that is not there asks for an upgrade, to be made; it is not.
      isThere = false;
      opening.transaction?.abort();
    };
    opening.onerror = () => {
      if (isThere) reject(opening.error ?? new Error(`${name} cannot be opened`));
      else resolve(0);
    };
    opening.onsuccess = () => {
      const { version } = opening.result;
      opening.result.close();
      resolve(version);
    };
  });
}
