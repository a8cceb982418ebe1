import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingColumns } from '#shared/formats/export/findings-table.ts';
import { layerIds } from '#shared/formats/layer-ids.ts';
import { importFields, importTargets } from '#shared/formats/mapping/fields.ts';
import { texts } from '#shared/i18n/translate.ts';

const folder = join(import.meta.dirname, '../../../../shared/formats');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('project-file'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

function spelt(pattern: RegExp): string[] {
  const keys = [...sources.matchAll(pattern)].map((hit) => hit[1] as string);
  expect(keys.length).toBeGreaterThan(1);
  return keys;
}

function has(key: string): boolean {
  let part: unknown = texts['zh-CN'];
  for (const name of key.split('.')) part = (part as Record<string, unknown> | undefined)?.[name];
  return typeof part === 'string';
}

describe('texts of import and export', () => {
  it.each([
    ['errors', spelt(/new FormatError\(\s*'([\w.]+)'/g)],
    ['reasons', spelt(/new RowRefused\(\s*'(\w+)'/g).map((key) => `import.reason.${key}`)],
    ['problems', spelt(/problem: '(\w+)' }/g).map((key) => `import.reason.${key}`)],
    ['signatures', spelt(/'(format\.is\w+)'/g)],
    ['limits', ['rows', 'cells', 'positions'].map((what) => `format.tooLarge.${what}`)],
    [
      'notes',
      spelt(/key: '(\w+)', params/g)
        .filter((key) => !has(`format.problem.${key}`) && !has(`format.loss.${key}`))
        .map((key) => `import.note.${key}`),
    ],
    ['targets', importTargets.map((key) => `import.target.${key}`)],
    ['fields', importFields.map((key) => `import.field.${key}`)],
    ['layers', layerIds.map((key) => `export.layer.${key}`)],
    ['finding columns', findingColumns.map((key) => `export.finding.${key}`)],
    ['others', ['import.reason.swapped', 'import.note.mostlyOutside', 'import.note.newClasses']],
  ])('exist for all %s', (_, keys) => {
    expect(keys.filter((key) => !has(key))).toEqual([]);
  });
});
