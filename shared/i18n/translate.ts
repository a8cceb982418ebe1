import i18next, { type i18n } from 'i18next';
import type { Locale } from '#shared/model/locale.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

type Leaves<T, P extends string = ''> = T extends string
  ? P
  : { [K in keyof T & string]: Leaves<T[K], P extends '' ? K : `${P}.${K}`> }[keyof T & string];

/** Every key of zh-CN.json, which is the source; en.json is checked to have the same. */
export type TextKey = Leaves<typeof zhCN>;

export const texts = { 'zh-CN': zhCN, en } as const;

/** A translator for one language (`t(key, params)`), in windows and in the CLI alike. */
export function createTranslator(locale: Locale): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'zh-CN',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  });
  return instance;
}
