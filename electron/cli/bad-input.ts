/** Input that cannot be checked. The key stands under `cli.error`; the message is one sentence. */
export class BadInput extends Error {
  readonly key: string;
  readonly params: Record<string, string | number>;

  constructor(key: string, params: Record<string, string | number> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
