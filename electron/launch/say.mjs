import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolder } from './project-folder.mjs';

/** The language of the terminal: LC_ALL, LC_MESSAGES, LANG, else what the system tells Node. */
export function terminalLocale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return named.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

let loaded;

/**
 * A text of the namespaces `launch` and `browserHost` in the terminal's language. It reads the
 * file itself: no library may be there yet.
 */
export function text(key, parameters = {}) {
  loaded ??= JSON.parse(
    readFileSync(resolve(projectFolder, `shared/i18n/${terminalLocale()}.json`), 'utf8'),
  );
  const found = key.split('.').reduce((branch, name) => branch?.[name], loaded);
  if (typeof found !== 'string') throw new Error(`No text for ${key}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(parameters[name]));
}

/** Prints one line for the user. */
export function say(key, parameters) {
  console.log(text(key, parameters));
}
