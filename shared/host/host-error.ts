/**
 * Something the machine refused, told in the app's own texts: `key` is a text key and `params`
 * are its parameters, so that the same refusal reads well in either language and in either host.
 */
export class HostError extends Error {
  readonly key: string;
  readonly params: Record<string, string>;

  constructor(key: string, params: Record<string, string> = {}) {
    super([key, ...Object.values(params)].join(': '));
    this.name = 'HostError';
    this.key = key;
    this.params = params;
  }
}
