import { type Bench, median, type Row } from '#test/bench/bench.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { CoverageQuestion } from '#shared/topology/packed-coverage.ts';
import { generateCoverage, type GeneratedCoverage } from './generate-coverage.ts';
import { runGeos, runMapshaper } from './peers.ts';
import { scoreAnswer } from './score.ts';

const sizes = [1_000, 5_000, 20_000, 50_000];
const comparedSize = 20_000;
const repeats = 7;

function questionOf({ zones, boundary }: GeneratedCoverage): CoverageQuestion {
  return {
    boundary: boundary.geometry,
    zones: zones.features.map(({ properties, geometry }) => ({
      id: String(properties?.['name']),
      geometry,
    })),
    exceptions: [],
    planar: true,
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measure(zoneCount: number): Promise<Row[]> {
  const coverage = generateCoverage(zoneCount, { defectsPerKind: zoneCount < 5_000 ? 3 : 8 });
  const text = JSON.stringify(coverage.zones);
  const question = questionOf(coverage);
  // In blocks: in turns, each would pay for clearing away what the other left behind.
  const parse = Array.from({ length: repeats }, () => timed(() => JSON.parse(text)));
  let answer = coverageFaces(question);
  let bytes = 0;
  const check = Array.from({ length: repeats }, () => {
    const before = bytesInUse();
    const ms = timed(() => (answer = coverageFaces(question)));
    bytes = Math.max(bytes, bytesInUse() - before);
    return ms;
  });
  const { planted, found, invented, worstAreaM2 } = scoreAnswer(answer, coverage.truth);
  const name = `${zoneCount} zones, ${coverage.ringVertices} vertices`;
  const rows: Row[] = [
    { what: `${name}: JSON.parse`, value: median(check), unit: 'ms', reference: median(parse) },
    { what: `${name}: defects found`, value: found, unit: '', reference: planted },
    { what: `${name}: defects invented`, value: invented, unit: '', reference: null },
    { what: `${name}: worst area`, value: worstAreaM2, unit: 'm²', reference: null },
    { what: `${name}: memory`, value: bytes / 2 ** 20, unit: 'MB', reference: null },
  ];
  if (zoneCount !== comparedSize) return rows;
  const mapshaper = await runMapshaper(coverage.zones);
  const geos = await runGeos(coverage.zones, coverage.boundary);
  const own = median(check);
  rows.push({
    what: `${name}: mapshaper import and mosaic`,
    value: own,
    unit: 'ms',
    reference: mapshaper.importMs + mapshaper.checkMs,
  });
  rows.push({
    what: `${name}: geos-wasm validation and difference`,
    value: own,
    unit: 'ms',
    reference: geos.checkMs,
  });
  return rows;
}

const bench: Bench = {
  name: 'Proof of coverage: GeoJSON in memory to defects with polygons and areas',
  reference: 'named in the row',
  async run() {
    const rows: Row[] = [];
    for (const size of sizes) rows.push(...(await measure(size)));
    return rows;
  },
};
export default bench;
