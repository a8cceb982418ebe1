import type { TextKey } from '#shared/i18n/translate.ts';

/** A file that cannot be used, said so that a person can act on it: an i18n key and its parameters. */
export class FormatError extends Error {
  readonly key: TextKey;
  readonly params: Record<string, string | number>;

  constructor(key: TextKey, params: Record<string, string | number> = {}, cause?: unknown) {
    super(`${key} ${JSON.stringify(params)}`, { cause });
    this.name = 'FormatError';
    this.key = key;
    this.params = params;
  }
}
