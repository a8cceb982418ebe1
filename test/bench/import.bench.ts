import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Topology } from 'topojson-specification';
import { Document } from '#shared/edits/document.ts';
import { planImport } from '#shared/formats/import/plan-import.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { proposeMapping } from '#shared/formats/mapping/propose-mapping.ts';
import { readSource } from '#shared/formats/registry.ts';
import { writeLayers, type WrittenFormat } from '#shared/formats/write-registry.ts';
import { type Bench, median, type Row } from './bench.ts';
import { complaintsCsv } from './import/complaints-csv.ts';
import { peer } from './import/peer.ts';
import { geopackageReader } from './import/read-geopackage.ts';

interface Parser {
  name: string;
  parse: (text: string) => unknown;
}

interface Udsv {
  inferSchema: (text: string) => unknown;
  initParser: (schema: unknown) => { stringArrs: (text: string) => unknown };
}

async function fastestParser(): Promise<Parser> {
  const udsv = await peer<Udsv>('udsv');
  if (!udsv) return { name: 'papaparse', parse: (text) => Papa.parse(text).data };
  return {
    name: 'uDSV',
    parse: (text) => udsv.initParser(udsv.inferSchema(text)).stringArrs(text),
  };
}

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Times of two ways in turns, so that both meet the same load of the machine. */
async function inTurns(
  runs: number,
  own: () => unknown,
  other: (() => unknown) | null,
): Promise<[number, number | null]> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    mine.push(await timed(own));
    if (other) theirs.push(await timed(other));
  }
  return [median(mine), theirs.length > 0 ? median(theirs) : null];
}

/** From bytes to the chunks of issues that are stored and drawn. */
async function importIssues(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const { layers } = await readSource({ name: 'complaints.csv', bytes, parts: new Map() });
  const [table] = layers;
  if (!table) throw new Error('no table');
  const mapping = proposeMapping(describeTable(table), 'issue', '其他');
  const plan = await planImport([{ file: 'complaints.csv', table, mapping }], new Document([]), {
    today: '2026-01-01',
    newId: () => crypto.randomUUID(),
    pause: () => Promise.resolve(),
  });
  return plan.added.issue ?? 0;
}

async function csvRow(count: number, runs: number, parser: Parser): Promise<Row[]> {
  const bytes = complaintsCsv(count);
  const what = `CSV of ${count.toLocaleString('en-US')} complaints`;
  const decode = () => new TextDecoder().decode(bytes);
  const [read, parsed] = await inTurns(
    runs,
    () => readSource({ name: 'complaints.csv', bytes, parts: new Map() }),
    () => parser.parse(decode()),
  );
  let issues = 0;
  const [whole, again] = await inTurns(
    runs,
    async () => {
      issues = await importIssues(bytes);
    },
    () => parser.parse(decode()),
  );
  if (issues !== count) throw new Error(`${issues} issues of ${count}`);
  const memory = process.memoryUsage().rss / 2 ** 20;
  const common = { unit: 'ms', against: parser.name };
  return [
    { what: `${what}: read as a table`, value: read, reference: parsed, ...common },
    {
      what: `${what}: read, checked, packed for store and map`,
      value: whole,
      reference: again,
      ...common,
    },
    { what: `${what}: memory of the process after it`, value: memory, unit: 'MB', reference: null },
  ];
}

async function municipalities(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(import.meta.url).resolve('es-atlas/es/municipalities.json');
  const topology = JSON.parse(await readFile(path, 'utf8')) as Topology;
  const { municipalities: only } = topology.objects;
  const text = JSON.stringify({ ...topology, objects: { municipalities: only } });
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

async function atlasRows(): Promise<Row[]> {
  const { layers } = await readSource({
    name: 'municipalities.json',
    bytes: await municipalities(),
    parts: new Map(),
  });
  const options = { crs: 'EPSG:4326', encoding: 'utf-8', members: {} } as const;
  const shpjs = await peer<{ default: (bytes: ArrayBuffer) => Promise<unknown> }>('shpjs');
  const rows: Row[] = [];
  type Reader = ((bytes: ArrayBuffer) => Promise<unknown>) | null;
  const formats: [WrittenFormat, string, Reader, string][] = [
    ['shapefileZip', 'zipped shapefile', shpjs?.default ?? null, 'shpjs'],
    ['geopackage', 'GeoPackage', await geopackageReader(), 'sql.js and wkx'],
  ];
  for (const [format, words, other, against] of formats) {
    const [file] = await writeLayers(format, layers, options, 'es');
    if (!file) throw new Error('nothing was written');
    const { name, bytes } = file;
    const [value, reference] = await inTurns(
      9,
      () => readSource({ name, bytes, parts: new Map() }),
      other && (() => other(bytes.slice().buffer)),
    );
    rows.push({
      what: `${layers[0]?.rows.length ?? 0} municipalities as ${words}`,
      value,
      unit: 'ms',
      reference,
      ...(other ? { against } : {}),
    });
  }
  return rows;
}

const bench: Bench = {
  name: 'Import',
  reference: 'fastest reader at hand',
  run: async () => {
    // First, while there is no heap of a million rows to be collected in the midst of somebody's turn.
    const atlas = await atlasRows();
    const parser = await fastestParser();
    return [
      ...(await csvRow(74_401, 5, parser)),
      ...(await csvRow(1_000_000, 3, parser)),
      ...atlas,
    ];
  },
};
export default bench;
