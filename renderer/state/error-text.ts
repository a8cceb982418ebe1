import { createTranslator } from '#shared/i18n/translate.ts';
import { useView } from './view.ts';

/** What an error says in the language of the window: our own errors carry a key and parameters. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('key' in error) || typeof error.key !== 'string') return error.message;
  const params = 'params' in error && typeof error.params === 'object' ? error.params : {};
  return createTranslator(useView.getState().locale).t(error.key, { ...params });
}
