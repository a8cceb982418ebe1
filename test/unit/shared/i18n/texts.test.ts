import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { severities } from '#shared/checks/finding.ts';
import { horizontalRules, verticalRules } from '#shared/model/rule.ts';
import { createTranslator, texts } from '#shared/i18n/translate.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import { mapLayers } from '#shared/model/layer.ts';
import { recordKinds } from '#shared/model/record.ts';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of leaves(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const chinese = leaves(texts['zh-CN'] as unknown as Tree);
const english = leaves(texts.en as unknown as Tree);
/** What the key of an English text for exactly one thing ends with. */
const singular = '_one';
const parameters = (text: string) =>
  [...text.matchAll(/{{(\w+)[},]/g)].map((hit) => hit[1] ?? '').toSorted();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe('texts', () => {
  it('have the same keys and parameters in both languages', () => {
    const plural = [...english.keys()].filter((key) => !key.endsWith(singular));
    expect(plural.toSorted()).toEqual([...chinese.keys()].toSorted());
    for (const [key, text] of chinese) {
      expect([key, parameters(english.get(key) ?? '')]).toEqual([key, parameters(text)]);
    }
  });

  it('speak of one thing in the singular, where the language has one', () => {
    const ones = [...english].filter(([key]) => key.endsWith(singular));
    expect(ones.length).toBeGreaterThan(50);
    for (const [key, text] of ones) {
      const whole = parameters(english.get(key.slice(0, -singular.length)) ?? '');
      expect([key, whole]).toEqual([key, expect.arrayContaining(['count'])]);
      // The number itself may be said in words.
      const own = parameters(text).filter((name) => name !== 'count');
      expect([key, own]).toEqual([key, whole.filter((name) => name !== 'count')]);
    }
    const { t } = createTranslator('en');
    expect(t('roster.actions', { count: 1 })).toBe('With 1 row');
    expect(t('roster.actions', { count: 2 })).toBe('With 2 rows');
    expect(createTranslator('zh-CN').t('roster.actions', { count: 1 })).toContain('1');
  });

  it('are never empty', () => {
    for (const [key, text] of [...chinese, ...english])
      expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('name every member of the lists that windows put into keys at run time', () => {
    const families = {
      rule: [...horizontalRules, ...verticalRules],
      severity: severities,
      issueStatus: issueStatuses,
      layer: mapLayers,
      kind: recordKinds,
    };
    for (const [family, members] of Object.entries(families)) {
      for (const member of members) expect([...chinese.keys()]).toContain(`${family}.${member}`);
    }
  });

  it('exist for every key that the sources spell out', () => {
    const spelt = ['renderer', 'shared', 'electron']
      .flatMap(sources)
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/\b(?:text|t)\(\s*'([\w-]+(?:\.[\w-]+)+)'/g)].map(
          (hit) => hit[1] as string,
        ),
      );
    expect(spelt.length).toBeGreaterThan(100);
    expect(spelt.filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('fill in parameters without escaping them', () => {
    const { t } = createTranslator('en');
    expect(t('search.none', { typed: '<b>' })).toContain('<b>');
  });
});
