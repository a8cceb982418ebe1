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

/** After two runs to warm up, and in a row: by turns, each piece of work would pay for clearing away what the other left behind. */
async function timesOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 2; i++) await work();
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
  /** JSON.parse alone, and the check as the command line does it. */
  parseMs: number;
  checkMs: number;
  /** Both in one process, one after the other. */
  firstParseMs: number;
  firstCheckMs: number;
  memoryMB: number;
}

/** Each figure from processes of their own, which have never done the same before. */
async function measureCold(command: string, folder: string): Promise<Cold> {
  const fresh = join(here, 'in-fresh-process.ts');
  const parse: number[] = [];
  const check: number[] = [];
  const firstParse: number[] = [];
  const firstCheck: number[] = [];
  const files = ['--zones', `${folder}/zones.geojson`, '--boundary', `${folder}/boundary.geojson`];
  for (let i = 0; i < repeats; i++) {
    parse.push(Number(await output([fresh, 'parse', folder])));
    const answer = await output([command, 'check', ...files, '--planar', '--json']);
    check.push((JSON.parse(answer) as { timings: { check: number } }).timings.check);
    const [parsed, checked] = (await output([fresh, 'first', folder])).split(' ').map(Number);
    firstParse.push(parsed ?? 0);
    firstCheck.push(checked ?? 0);
  }
  const bytes = Number(await output(['--expose-gc', fresh, 'memory', folder]));
  return {
    parseMs: median(parse),
    checkMs: median(check),
    firstParseMs: median(firstParse),
    firstCheckMs: median(firstCheck),
    memoryMB: bytes / 2 ** 20,
  };
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

function against(what: string, value: number, reference: number, name: string): What {
  return { what, value, unit: 'ms', reference, against: name };
}

async function peerRows({
  coverage,
  checkMs,
  hashMs,
  engineMs,
  parseMs,
}: Measured): Promise<What[]> {
  // GEOS gives up on rings that cross themselves: the peers are spared them.
  const broken = new Set(coverage.truth.flatMap((d) => (d.rule === 'invalid' ? d.zones : [])));
  const { features } = coverage.zones;
  const sound = features.filter(({ properties }) => !broken.has(String(properties?.['name'])));
  const zones: GeneratedCoverage['zones'] = { type: 'FeatureCollection', features: sound };
  const mapshaper = await runMapshaper(zones);
  const geos = await runGeos(zones, coverage.boundary);
  const mosaicMs = mapshaper.importMs + mapshaper.checkMs;
  return [
    against('full check, warm', checkMs, mosaicMs, 'mapshaper, import and mosaic'),
    against('full check, warm', checkMs, geos.checkMs, 'geos-wasm, validation and difference'),
    against('full check, warm', checkMs, hashMs, 'packing and a plain hash of all edges'),
    against('engine alone, without findings', engineMs, parseMs, 'JSON.parse of the zones'),
  ];
}

function turfRow({ coverage, checkMs }: Measured): What {
  const { checkMs: turfMs } = runTurf(coverage.zones, coverage.boundary);
  return against('full check, warm', checkMs, turfMs, 'Turf, pair by pair');
}

function ownRows({ coverage, cold, parseMs, checkMs }: Measured): What[] {
  const perVertex = 1000 / coverage.ringVertices;
  return [
    against('full check, warm', checkMs, parseMs, 'JSON.parse of the zones'),
    against(
      '`hengzong check`, one cold run, `timings.check`',
      cold.checkMs,
      cold.parseMs,
      'JSON.parse, one cold run',
    ),
    against(
      'first check in a fresh process',
      cold.firstCheckMs,
      cold.firstParseMs,
      'JSON.parse before it, in the same process',
    ),
    {
      what: 'full check, warm, per vertex',
      value: checkMs * perVertex,
      unit: 'µs',
      reference: parseMs * perVertex,
      against: 'JSON.parse of the zones',
    },
    { what: 'memory above the parsed input', value: cold.memoryMB, unit: 'MB', reference: null },
  ];
}

const bench: Bench = {
  name: 'Proof of coverage: GeoJSON in memory to findings with polygons and areas',
  reference: 'reference',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
    const out = join(folder, 'cli');
    const configFile = join(here, '../../../electron/cli/vite.config.ts');
    await build({ configFile, logLevel: 'error', build: { outDir: out } });
    const rows: Row[] = [];
    try {
      for (const size of sizes) {
        const measured = await measure(size, join(out, 'hengzong.mjs'), folder);
        const { zones, ringVertices } = measured.coverage;
        const section = `${zones.features.length.toLocaleString('en-US')} zones, ${ringVertices.toLocaleString('en-US')} vertices`;
        const all = [
          ...ownRows(measured),
          ...(size === comparedSize ? await peerRows(measured) : []),
          ...(size === turfSize ? [turfRow(measured)] : []),
          ...scoreRows(measured),
        ];
        rows.push(...all.map((row) => ({ ...row, section })));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    return rows;
  },
};
export default bench;
