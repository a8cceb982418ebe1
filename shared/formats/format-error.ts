/**
 * What is wrong with a file, as an i18n key with its parameters, so that both languages can say it
 * in one sentence. Thrown by everything that reads or writes a file format.
 */
export class FormatError extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;

  constructor(key: string, params: Record<string, string | number> = {}) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'FormatError';
    this.key = key;
    this.params = params;
  }
}
