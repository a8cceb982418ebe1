/**
 * What is wrong with a file, as an i18n key with its parameters, so that both languages can say it
 * in one sentence. Thrown by everything that reads or writes a file format; `row`, `byte` and the
 * like stand among the parameters where the place is known.
 */
export class FormatError extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;
  /** Name of the file, null while only its content is known. */
  readonly file: string | null;

  constructor(
    key: string,
    params: Record<string, string | number> = {},
    file: string | null = null,
  ) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'FormatError';
    this.key = key;
    this.params = params;
    this.file = file;
  }

  /** The same error, said of a file; of an error that names its file already, the error itself. */
  of(file: string): FormatError {
    return this.file === null ? new FormatError(this.key, this.params, file) : this;
  }
}
