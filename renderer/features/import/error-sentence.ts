import { FormatError } from '#shared/formats/format-error.ts';
import { HostError } from '#shared/host/host-error.ts';
import type { TextKey } from '#shared/i18n/translate.ts';

/** A sentence as its text key, so that it follows the language while it is shown. */
export interface Sentence {
  key: string;
  params: Record<string, string | number>;
}

/** What an error says to the user: its own sentence if it has one, else `otherwise`. */
export function errorSentence(
  error: unknown,
  otherwise: TextKey,
  params: Record<string, string | number> = {},
): Sentence {
  if (error instanceof FormatError || error instanceof HostError) {
    return { key: error.key, params: error.params };
  }
  console.error(error);
  return { key: otherwise, params };
}
