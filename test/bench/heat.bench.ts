import { type HeatColumns, heatDensity } from '#shared/analysis/heat-density.ts';
import { mercatorX, mercatorY, metresPerMercatorUnit } from '#shared/analysis/mercator.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { type Bench, median, type Row } from './bench.ts';

const runs = 5;
const radiusM = 250;
const months = 24;

/** Issues in 60 clusters over the extent of a large district, the same in every run. */
function issues(count: number): HeatColumns {
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const normal = () =>
    Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const clusters = Array.from({ length: 60 }, () => [
    116.05 + random() * 0.35,
    39.88 + random() * 0.28,
    0.001 + random() * 0.01,
  ]);
  const columns: HeatColumns = {
    count,
    longitude: new Int32Array(count),
    latitude: new Int32Array(count),
    issueClass: new Uint16Array(count),
    classes: ['market'],
    status: new Uint8Array(count),
    foundAt: new Float64Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const [x = 0, y = 0, size = 0] = clusters[i % clusters.length] ?? [];
    columns.longitude[i] = toGrid(x + normal() * size);
    columns.latitude[i] = toGrid(y + normal() * size);
    columns.foundAt[i] = Date.UTC(2024, 0, 1) + ((i * months) / count) * 30 * 86_400_000;
  }
  return columns;
}

/** The plain way: every issue spreads its own bell over the cells around it. */
function oneByOne(columns: HeatColumns): Float32Array {
  const side = 1024;
  const west = mercatorX(115.9);
  const north = mercatorY(40.3);
  const cell = radiusM / 6 / metresPerMercatorUnit(mercatorY(40));
  const values = new Float32Array(side * side);
  for (let i = 0; i < columns.count; i += 1) {
    const x = (mercatorX(fromGrid(columns.longitude[i] as number)) - west) / cell;
    const y = (mercatorY(fromGrid(columns.latitude[i] as number)) - north) / cell;
    for (let row = Math.max(0, Math.ceil(y - 10)); row <= Math.min(side - 1, y + 10); row += 1) {
      for (let at = Math.max(0, Math.ceil(x - 10)); at <= Math.min(side - 1, x + 10); at += 1) {
        const weight = Math.exp(-((at - x) ** 2 + (row - y) ** 2) / 18);
        values[row * side + at] = (values[row * side + at] as number) + weight;
      }
    }
  }
  return values;
}

function time(task: () => unknown, times: number): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      task();
      return performance.now() - start;
    }),
  );
}

async function run(): Promise<Row[]> {
  return [100_000, 1_000_000].map((count) => {
    const chunk = issues(count);
    const options = { filter: allIssues, utcOffsetMinutes: 480, radiusM, within: null };
    return {
      what: `${count.toLocaleString('en-US')} issues`,
      value: time(() => heatDensity([chunk], options), runs),
      unit: 'ms',
      reference: time(() => oneByOne(chunk), count > 100_000 ? 1 : runs),
    };
  });
}

export default {
  name: 'Heat: density of issues',
  reference: 'each issue spread by itself',
  run,
} satisfies Bench;
