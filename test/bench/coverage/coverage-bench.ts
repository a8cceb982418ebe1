import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Finding } from '#shared/checks/finding.ts';
import { packedCoverageFaces } from '#shared/topology/coverage-faces.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { type Bench, median, type Row } from '#test/bench/bench.ts';
import { writeCoverage } from './coverage-files.ts';
import { coverageInput, fullCheck } from './coverage-input.ts';
import { generateCoverage, type GeneratedCoverage } from './generate-coverage.ts';
import { runGeos, runMapshaper, runTurf } from './peers.ts';
import { unmatchedEdges } from './plain-hash.ts';
import { type Score, scoreFindings } from './score.ts';

const sizes = [1_000, 5_000, 20_000, 50_000];
const comparedSize = 20_000;
/** Turf takes minutes beyond this. */
const turfSize = 1_000;
const repeats = 5;
const here = import.meta.dirname;
const run = promisify(execFile);

type What = Omit<Row, 'section'>;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** In a row: by turns, each piece of work would pay for clearing away what the other left behind. */
async function timesOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) times.push(await timed(work));
  return median(times);
}

async function output(args: string[]): Promise<string> {
  // Exit status 1 says that there are findings.
  const answer = await run(process.execPath, args, { maxBuffer: 2 ** 28 }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  if (answer.stdout === '') throw new Error(answer.stderr);
  return answer.stdout;
}

interface Cold {
  parseMs: number;
  checkMs: number;
  memoryMB: number;
}

/** Each figure from processes of their own, which have never done the same before. */
async function measureCold(command: string, folder: string): Promise<Cold> {
  const fresh = join(here, 'in-fresh-process.ts');
  const parse: number[] = [];
  const check: number[] = [];
  const files = ['--zones', `${folder}/zones.geojson`, '--boundary', `${folder}/boundary.geojson`];
  for (let i = 0; i < repeats; i++) {
    parse.push(Number(await output([fresh, 'parse', folder])));
    const answer = await output([command, 'check', ...files, '--planar', '--json']);
    check.push((JSON.parse(answer) as { timings: { check: number } }).timings.check);
  }
  const bytes = Number(await output(['--expose-gc', fresh, 'memory', folder]));
  return { parseMs: median(parse), checkMs: median(check), memoryMB: bytes / 2 ** 20 };
}

interface Measured {
  coverage: GeneratedCoverage;
  cold: Cold;
  parseMs: number;
  checkMs: number;
  hashMs: number;
  engineMs: number;
  score: Score;
}

async function measure(zoneCount: number, command: string, folder: string): Promise<Measured> {
  const coverage = generateCoverage(zoneCount, { defectsPerKind: zoneCount < 5_000 ? 3 : 8 });
  await writeCoverage(folder, coverage);
  const cold = await measureCold(command, folder);
  const text = JSON.stringify(coverage.zones);
  const zones = JSON.parse(text) as GeneratedCoverage['zones'];
  const input = coverageInput(zones.features, coverage.boundary);
  let findings: readonly Finding[] = [];
  const checkMs = await timesOf(async () => {
    ({ findings } = await fullCheck(input));
  });
  const question = {
    boundary: coverage.boundary.geometry,
    zones: zones.features.map(({ geometry }, i) => ({ id: String(i), geometry })),
    exceptions: [],
    planar: true,
  };
  const engineMs = await timesOf(() => packedCoverageFaces(packCoverage(question)));
  const hashMs = await timesOf(() => unmatchedEdges(packCoverage(question).rings));
  const parseMs = await timesOf(() => JSON.parse(text) as unknown);
  const names = new Map(input.zones.map(({ id, name }) => [id, name]));
  const score = scoreFindings(findings, coverage.truth, (id) => names.get(id) ?? id);
  return { coverage, cold, parseMs, checkMs, hashMs, engineMs, score };
}

function scoreRows({ score }: Measured): What[] {
  const { planted, found, missed, invented, worstAreaM2 } = score;
  const alone = { reference: null, unit: '' };
  return [
    { what: 'defects found', value: found, unit: '', reference: planted, against: 'planted' },
    { what: 'defects missed', value: missed.length, ...alone },
    { what: 'findings invented or double', value: invented.length, ...alone },
    { what: 'worst area against the truth', value: worstAreaM2, unit: 'm²', reference: null },
  ];
}

async function comparedRows(measured: Measured): Promise<What[]> {
  const { coverage, cold, parseMs, checkMs, hashMs, engineMs } = measured;
  // GEOS gives up on rings that cross themselves: the peers are spared them.
  const broken = new Set(coverage.truth.flatMap((d) => (d.rule === 'invalid' ? d.zones : [])));
  const { features } = coverage.zones;
  const sound = features.filter(({ properties }) => !broken.has(String(properties?.['name'])));
  const zones: GeneratedCoverage['zones'] = { type: 'FeatureCollection', features: sound };
  const mapshaper = await runMapshaper(zones);
  const geos = await runGeos(zones, coverage.boundary);
  const against = (what: string, value: number, reference: number, name: string): What => {
    return { what, value, unit: 'ms', reference, against: name };
  };
  const { importMs } = mapshaper;
  const mosaicMs = importMs + mapshaper.checkMs;
  const memory = { value: cold.memoryMB, unit: 'MB', reference: null };
  return [
    against('full check, warm', checkMs, parseMs, 'JSON.parse of the zones'),
    against(
      '`hengzong check`, cold, `timings.check`',
      cold.checkMs,
      cold.parseMs,
      'JSON.parse, cold',
    ),
    against('full check', checkMs, mosaicMs, 'mapshaper import and mosaic'),
    against('full check', checkMs, geos.checkMs, 'geos-wasm validation and difference'),
    against('full check', checkMs, hashMs, 'packing and a plain hash of all edges'),
    against('engine alone, without findings', engineMs, parseMs, 'JSON.parse of the zones'),
    { what: 'memory above the parsed input', ...memory },
    ...scoreRows(measured),
  ];
}

function growthRow({ coverage, cold, parseMs, checkMs, score }: Measured): What[] {
  const vertices = coverage.ringVertices;
  const of = `${coverage.zones.features.length.toLocaleString('en-US')} zones, ${(vertices / 1e6).toFixed(2)} M vertices`;
  return [
    { what: `${of}: warm`, value: checkMs, unit: 'ms', reference: parseMs, against: 'JSON.parse' },
    {
      what: `${of}: cold`,
      value: cold.checkMs,
      unit: 'ms',
      reference: cold.parseMs,
      against: 'JSON.parse',
    },
    {
      what: `${of}: per vertex`,
      value: (checkMs * 1000) / vertices,
      unit: 'µs',
      reference: (parseMs * 1000) / vertices,
      against: 'JSON.parse',
    },
    {
      what: `${of}: memory above the parsed input`,
      value: cold.memoryMB,
      unit: 'MB',
      reference: null,
    },
    {
      what: `${of}: defects found`,
      value: score.found,
      unit: `, ${score.missed.length} missed, ${score.invented.length} false`,
      reference: null,
      against: `${score.planted} planted`,
    },
  ];
}

function turfRow({ coverage, checkMs }: Measured): What[] {
  const { checkMs: turfMs } = runTurf(coverage.zones, coverage.boundary);
  const what = `full check of ${coverage.zones.features.length.toLocaleString('en-US')} zones`;
  return [{ what, value: checkMs, unit: 'ms', reference: turfMs, against: 'Turf, pair by pair' }];
}

const bench: Bench = {
  name: 'Proof of coverage: GeoJSON in memory to findings with polygons and areas',
  reference: 'reference',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
    const out = join(folder, 'cli');
    const configFile = join(here, '../../../electron/cli/vite.config.ts');
    await build({ configFile, logLevel: 'error', build: { outDir: out } });
    const main: Row[] = [];
    const growth: Row[] = [];
    try {
      for (const size of sizes) {
        const measured = await measure(size, join(out, 'hengzong.mjs'), folder);
        const { zones, ringVertices } = measured.coverage;
        const all = `${zones.features.length.toLocaleString('en-US')} zones, ${ringVertices.toLocaleString('en-US')} vertices`;
        const grown = growthRow(measured);
        growth.push(...grown.map((row) => ({ ...row, section: 'Growth' })));
        const compared = size === comparedSize ? await comparedRows(measured) : [];
        main.push(...compared.map((row) => ({ ...row, section: all })));
        const slow = size === turfSize ? turfRow(measured) : [];
        growth.push(...slow.map((row) => ({ ...row, section: 'Growth' })));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    return [...main, ...growth];
  },
};
export default bench;
