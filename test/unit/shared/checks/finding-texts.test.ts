import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

const root = resolve(import.meta.dirname, '../../../../shared/checks');

/** Message keys as the rules write them. */
function writtenKeys(): string[] {
  return ['horizontal', 'vertical'].flatMap((folder) =>
    readdirSync(resolve(root, folder)).flatMap((file) => {
      const source = readFileSync(resolve(root, folder, file), 'utf8');
      const rules = [...horizontalRules, ...verticalRules].join('|');
      return [...source.matchAll(new RegExp(`'((?:${rules})\\.[a-zA-Z-]+)'`, 'g'))].map(
        (m) => m[1] ?? '',
      );
    }),
  );
}

describe.each(['zh-CN', 'en'] as const)('texts in %s', (locale) => {
  const translator = createTranslator(locale);

  it('has a name for every rule', () => {
    for (const rule of [...horizontalRules, ...verticalRules]) {
      expect(translator.exists(`rule.${rule}`)).toBe(true);
    }
  });

  it('has a text for every finding', () => {
    const keys = writtenKeys();
    expect(keys).toContain('gap.between');
    expect(keys).toContain('vacant.leave');
    for (const key of keys) expect([key, translator.exists(`finding.${key}`)]).toEqual([key, true]);
  });

  it('puts names and numbers in', () => {
    const params = { a: '学院路街道', b: '花园路街道', n: 2, area: 1915.9, scope: '' };
    const text = translator.t('finding.gap.between', params);
    expect(text).toContain('学院路街道');
    expect(text).toContain('1,915.9 m²');
    expect(text).not.toContain('{');
  });
});
