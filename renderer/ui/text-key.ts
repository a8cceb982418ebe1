import type { TextKey } from '#shared/i18n/translate.ts';

export type Translate = (key: TextKey, params?: Record<string, string | number>) => string;

/** A key put together at run time; the i18n test checks that such families are complete. */
export function textKey(key: string): TextKey {
  return key as TextKey;
}
