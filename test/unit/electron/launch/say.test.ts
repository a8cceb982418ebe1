import { afterEach, expect, test, vi } from 'vitest';
import { terminalLocale } from '#electron/launch/say.mjs';
import en from '#shared/i18n/en.json' with { type: 'json' };
import zh from '#shared/i18n/zh-CN.json' with { type: 'json' };

afterEach(() => vi.unstubAllEnvs());

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'de_DE', LC_MESSAGES: 'zh_TW' }, 'zh-CN'],
])('%o is %s', (environment, locale) => {
  for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect(terminalLocale()).toBe(locale);
});

/** The launcher fills in parameters itself, so both languages must name the same ones. */
test.each(['launch', 'browserHost'] as const)('%s has the same parameters in both', (space) => {
  const named = (texts: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        [...text.matchAll(/\{\{\w+\}\}/g)].flat().toSorted(),
      ]),
    );
  expect(named(en[space])).toEqual(named(zh[space]));
});
