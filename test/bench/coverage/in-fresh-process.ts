/**
 * Run by the bench in a process of its own: `in-fresh-process.ts parse FOLDER` times JSON.parse of
 * the zones, `first FOLDER` that and the first check after it, `memory FOLDER` measures what the check
 * needs above the parsed input. Prints the figures with blanks between.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { coverageInput, fullCheck } from './coverage-input.ts';

type Area = Polygon | MultiPolygon;

const [task, folder = ''] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(folder, `${name}.geojson`), 'utf8');

/** Greatest resident memory since the last reset (bytes), where the system tells. */
function peak(): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
  } catch {
    return null;
  }
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere only what is allocated counts.
  }
}

/** Bytes allocated, garbage that is not yet cleared away included. */
function allocated(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * What the check adds at most: the growth of resident memory or of what is allocated, whichever is
 * more, because a check may use room that the process had already.
 */
async function memoryOfCheck(): Promise<number> {
  const zones = (JSON.parse(read('zones')) as FeatureCollection<Area>).features;
  const input = coverageInput(zones, JSON.parse(read('boundary')) as Feature<Area>);
  globalThis.gc?.();
  const before = allocated();
  const resident = process.memoryUsage.rss();
  resetPeak();
  const report = await fullCheck(input);
  const after = allocated();
  const grown = (peak() ?? 0) - resident;
  if (report.findings.length === 0) throw new Error('Nothing was found.');
  return Math.max(after - before, grown);
}

/** Milliseconds of JSON.parse, and of the first check of what it made. */
async function firstCheck(): Promise<[number, number]> {
  const text = read('zones');
  const boundary = JSON.parse(read('boundary')) as Feature<Area>;
  const start = performance.now();
  const { features } = JSON.parse(text) as FeatureCollection<Area>;
  const parsed = performance.now();
  const input = coverageInput(features, boundary);
  const ready = performance.now();
  const report = await fullCheck(input);
  const checked = performance.now();
  if (report.findings.length === 0) throw new Error('Nothing was found.');
  return [parsed - start, checked - ready];
}

if (task === 'parse') {
  const text = read('zones');
  const start = performance.now();
  JSON.parse(text);
  console.log(performance.now() - start);
} else if (task === 'first') {
  console.log((await firstCheck()).join(' '));
} else {
  console.log(await memoryOfCheck());
}
