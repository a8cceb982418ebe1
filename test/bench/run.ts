/**
 * `npm run bench [-- name…]`: runs every *.bench.ts here whose file name contains one of the names,
 * prints a table of each and keeps all of them in results.md.
 */
import { readdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '#electron/launch/build.mjs';
import { type Bench, table } from './bench.ts';

const here = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = (await readdir(here))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
  .toSorted();

await ensureBuild();
const tables: string[] = [];
for (const file of files) {
  const { default: bench } = (await import(join(here, file))) as { default: Bench };
  console.log(`${bench.name}…`);
  // One that fails is told in its place, and does not take the others with it.
  const result = await bench.run().then(
    (rows) => table(bench, rows),
    (error: unknown) => {
      process.exitCode = 1;
      return `## ${bench.name}\n\nNot measured: ${error instanceof Error ? error.message : String(error)}\n`;
    },
  );
  console.log(`\n${result}`);
  tables.push(result);
}

if (wanted.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const heading = [
    '# Measurements',
    '',
    'Written by `npm run bench`. Compare ratios, not milliseconds: both columns were measured in the',
    'same run on the same machine.',
    '',
    `${process.platform} ${process.arch}, ${machine}, ${new Date().toISOString().slice(0, 10)}`,
    '',
  ].join('\n');
  await writeFile(join(here, 'results.md'), `${heading}\n${tables.join('\n')}`);
}
