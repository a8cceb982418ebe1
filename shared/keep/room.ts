const megabyte = 1024 ** 2;

/** What the browser grants this app, what of it is used, and what the disk has left; in bytes. */
export interface Room {
  usage: number;
  quota: number;
  /** Null where nobody can say. */
  diskFree: number | null;
}

/**
 * How much can still be stored (bytes), and whether that is worth a word: `low` when what is here would
 * not fit a second time or there are less than 300 MB, `scarce` below 60 MB, when an import may fail.
 */
export function roomLeft({ usage, quota, diskFree }: Room): {
  bytes: number;
  state: 'enough' | 'low' | 'scarce';
} {
  const bytes = Math.max(0, Math.min(quota - usage, diskFree ?? Infinity));
  if (bytes < 60 * megabyte) return { bytes, state: 'scarce' };
  return { bytes, state: bytes < Math.max(300 * megabyte, usage) ? 'low' : 'enough' };
}
