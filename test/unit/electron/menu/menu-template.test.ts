import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '#electron/menu/menu-template.ts';
import { menuCommands } from '#shared/host/host.ts';
import { createTranslator, type TextKey } from '#shared/i18n/translate.ts';
import { locales } from '#shared/model/locale.ts';

type Item = MenuItemConstructorOptions;
const walk = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? walk(item.submenu) : [])]);

const items = (locale: (typeof locales)[number], run = vi.fn(), mac = false) => {
  const { t } = createTranslator(locale);
  return walk(menuTemplate((key: TextKey) => t(key), run, { mac, packaged: true }));
};

describe('menuTemplate', () => {
  it.each(locales)('has words for every item in %s', (locale) => {
    for (const { type, role, label } of items(locale)) {
      if (type === 'separator' || role === 'appMenu') continue;
      expect(label).toMatch(locale === 'zh-CN' ? /\p{Script=Han}/u : /^[A-Z]/);
      expect(label).not.toMatch(/^(menu|command)\./);
    }
  });

  it('runs the command it is named after', () => {
    const run = vi.fn();
    const commands = items('en', run).filter(({ click }) => click);
    for (const { click } of commands) click?.({} as never, undefined, {} as never);
    expect(run.mock.calls.map(([command]) => command as string)).toEqual(
      commands.map(({ id }) => id),
    );
    const offered = commands.map(({ id }) => id);
    expect(menuCommands.filter((command) => !offered.includes(command))).toEqual([]);
  });

  it('shows keys without taking them from the page', () => {
    for (const { accelerator, registerAccelerator } of items('en')) {
      if (accelerator) expect(registerAccelerator).toBe(false);
    }
  });

  it('gives macOS its own menu, and quits there from it', () => {
    const roles = (mac: boolean) => items('en', vi.fn(), mac).map(({ role }) => role);
    expect(roles(true)).toContain('appMenu');
    expect(roles(true)).not.toContain('quit');
    expect(roles(false)).toContain('quit');
  });
});
