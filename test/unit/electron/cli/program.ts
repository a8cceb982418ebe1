import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
export const beijing = join(root, 'test/fixtures/beijing');
/** Where the built program runs and files are written to; gone after the tests of a file. */
export const folder = mkdtempSync(join(tmpdir(), 'hengzong-cli-'));
const program = join(folder, 'out/hengzong.mjs');

beforeAll(async () => {
  await build({
    configFile: join(root, 'electron/cli/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'out') },
  });
}, 120_000);

/** Takes from the machine's Node what Node 20 does not have; `npx hengzong` has to run on it. */
const asNode20 = join(folder, 'as-node-20.mjs');
writeFileSync(
  asNode20,
  `delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Array.fromAsync;
for (const name of ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'])
  delete Set.prototype[name];
const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
for (const name of ['map', 'filter', 'flatMap', 'toArray', 'some', 'every', 'find', 'forEach', 'reduce'])
  delete iterator[name];`,
);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', asNode20, program, ...args],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  );
  return { status, stdout, stderr };
}

export function file(name: string, content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
  return name;
}

export const square = (x0: number, y0: number, x1: number, y1: number) => [
  [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ],
];

export function zone(properties: Record<string, unknown>, coordinates: unknown) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
