import { app } from 'electron';
import { join } from 'node:path';
import { type Locale, locales } from '#shared/model/locale.ts';
import * as z from 'zod';
import { readJson, writeJson } from '#electron/files/json-file.ts';

const settings = z.strictObject({ locale: z.enum(locales).nullable() });
const file = () => join(app.getPath('userData'), 'settings.json');

let chosen: Locale | undefined;

/**
 * The language the user chose last, else the one of `--lang`, else the system's: Chinese where that
 * comes first, English elsewhere.
 */
export function currentLocale(): Locale {
  chosen ??= readJson(file(), settings, { locale: null }).locale ?? systemLocale();
  return chosen;
}

function systemLocale(): Locale {
  const asked = app.commandLine.getSwitchValue('lang');
  const preferred = asked || (app.getPreferredSystemLanguages()[0] ?? 'zh-CN');
  return preferred.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function rememberLocale(locale: Locale): void {
  chosen = locale;
  void writeJson(file(), { locale });
}
