import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { CoverageSession } from '#shared/checks/session/coverage-session.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import type { Area } from '#shared/model/geometry.ts';
import { block, coverageInput, outline, quiet } from '#test/unit/shared/checks/given.ts';
import { type Bench, median, type Row } from './bench.ts';
import { seededRandom } from './coverage/draft.ts';
import { generateCoverage } from './coverage/generate-coverage.ts';
import { RandomMoves } from './incremental/random-moves.ts';

const zoneCount = 20_000;
const defectsPerKind = 8;
const warmUp = 100;
const moves = 500;
const repeats = 3;

function inputOf(): { input: CoverageCheckInput; zones: BlockZone[]; vertices: number } {
  const { zones, boundary, ringVertices } = generateCoverage(zoneCount, { defectsPerKind });
  const blocks = zones.features.map(({ properties, geometry }) =>
    block(String(properties?.['name']), geometry as Area),
  );
  const input = coverageInput({ boundary: outline(boundary.geometry as Area), zones: blocks });
  return { input, zones: blocks, vertices: ringVertices };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const bench: Bench = {
  name: 'Check again after a vertex was moved',
  reference: 'check of everything',
  async run() {
    const { input, zones, vertices } = inputOf();
    const whole: number[] = [];
    const load: number[] = [];
    let session = new CoverageSession(input);
    for (let i = 0; i < repeats; i++) {
      whole.push(await timed(() => runCoverageCheck(input, quiet)));
      session = new CoverageSession(input);
      load.push(await timed(() => session.load(quiet)));
    }
    const random = new RandomMoves(zones, seededRandom(7));
    const times: number[] = [];
    let findings = 0;
    for (let i = 0; i < warmUp + moves; i++) {
      const put = random.next();
      const ms = await timed(async () => {
        const report = await session.update({ zones: { put, removed: [] } }, quiet);
        findings = report.findings.length;
      });
      if (i >= warmUp) times.push(ms);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const name = `${zoneCount} zones, ${vertices} vertices`;
    const reference = median(whole);
    const rows: Row[] = [
      { what: `${name}: median of ${moves} moves`, value: median(times), unit: 'ms', reference },
      {
        what: `${name}: 99 of 100`,
        value: sorted[Math.floor(moves * 0.99)]!,
        unit: 'ms',
        reference,
      },
      { what: `${name}: worst`, value: sorted.at(-1)!, unit: 'ms', reference },
      { what: `${name}: findings at the end`, value: findings, unit: '', reference: null },
      { what: `${name}: to build the index`, value: median(load), unit: 'ms', reference },
      { what: `${name}: index`, value: session.bytes / 2 ** 20, unit: 'MB', reference: null },
    ];
    return rows;
  },
};
export default bench;
