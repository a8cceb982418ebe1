/** Why storage failed, as far as it changes what a person can do about it. */
export type StorageReason =
  | 'cannot-open'
  | 'cannot-write'
  | 'no-space'
  | 'newer-version'
  | 'damaged';

/**
 * A failure of the database, sorted by what can be done about it, with an i18n key that says so;
 * `detail` is for the curious.
 */
export class StorageError extends Error {
  readonly reason: StorageReason;
  readonly detail: string;
  readonly key: string;
  readonly params: { detail: string };

  constructor(reason: StorageReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'StorageError';
    this.reason = reason;
    this.detail = detail;
    this.key = `storage.failed.${reason}`;
    this.params = { detail };
  }
}

/** Any error as a StorageError; a full disk is found however deep the database has wrapped it. */
export function toStorageError(error: unknown, otherwise: StorageReason): StorageError {
  if (error instanceof StorageError) return error;
  const chain: { name: string; message: string }[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && chain.length < 5) {
    const { name, message, inner } = current as Record<string, unknown>;
    chain.push({ name: String(name), message: String(message) });
    current = inner;
  }
  const detail = chain[0] ? `${chain[0].name}: ${chain[0].message}` : String(error);
  if (chain.some(({ name }) => name === 'QuotaExceededError')) {
    return new StorageError('no-space', detail);
  }
  if (chain.some(({ name }) => name === 'VersionError')) {
    return new StorageError('newer-version', detail);
  }
  return new StorageError(otherwise, detail);
}
