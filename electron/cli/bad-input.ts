import type { i18n } from 'i18next';

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

/** One line for people; names of files may hold line breaks. */
export function sentenceOf(error: BadInput, translator: i18n): string {
  const text = translator.t(`cli.error.${error.key}`, error.params);
  return `hengzong: ${text.replaceAll(/\s+/g, ' ')}`;
}
