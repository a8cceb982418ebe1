import { useTranslation } from 'react-i18next';
import type { TextKey } from '#shared/i18n/translate.ts';

export type Translate = (key: TextKey, params?: Record<string, string | number>) => string;

/**
 * Translator for the current language. Keys made at run time (a rule's name, say) are passed
 * through {@link textKey}.
 */
export function useText(): Translate {
  const { t } = useTranslation();
  return t as unknown as Translate;
}

/** A key put together at run time; the i18n test checks that such families are complete. */
export function textKey(key: string): TextKey {
  return key as TextKey;
}
