import { useTranslation } from 'react-i18next';
import type { Translate } from './text-key.ts';

export { textKey, type Translate } from './text-key.ts';

/**
 * Translator for the current language. Keys made at run time (a rule's name, say) are passed
 * through {@link textKey}.
 */
export function useText(): Translate {
  const { t } = useTranslation();
  return t as unknown as Translate;
}
