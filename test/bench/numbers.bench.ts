import { deserialize, serialize } from 'node:v8';
import { numberColumns } from '#shared/analysis/number-columns.ts';
import { NumbersBook } from '#shared/analysis/numbers-book.ts';
import { seededRandom } from '#shared/analysis/balance/seeded-random.ts';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { defaultWorkloadWeights } from '#shared/model/workload.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { type Bench, median, type Row } from './bench.ts';
import { largeRecords } from './window/large-district.ts';

const zoneCount = 20_000;
const issueCount = 110_000;

function timed<T>(task: () => T): [result: T, milliseconds: number] {
  const begun = performance.now();
  const result = task();
  return [result, performance.now() - begun];
}

/** The numbers of all zones in the worker, and what of them the window has to unpack. */
const bench: Bench = {
  name: 'Numbers of 20,000 zones with 110,000 issues',
  reference: 'counting all anew',
  async run() {
    const zones = largeRecords(zoneCount).filter((one): one is Zone => one.kind === 'zone');
    const random = seededRandom(1);
    const grounds = zones.map((zone) => areaBounds(zoneGround(zone)!));
    const issues = packIssues(
      Array.from({ length: issueCount }, (_, i) => {
        const [west, south, east, north] = grounds[Math.floor(random() * grounds.length)]!;
        const position: [number, number] = [
          west + random() * (east - west),
          south + random() * (north - south),
        ];
        return {
          kind: 'issue' as const,
          id: `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
          issueClass: `c${i % 12}`,
          status: 'closed' as const,
          position,
          foundAt: new Date(1.7e12 + i * 1e6).toISOString(),
          dueAt: null,
          closedAt: null,
          text: '',
          lostPoints: 0,
        };
      }),
      () => '00000000-0000-4000-9000-000000000000',
    );
    const input = { zones, points: [], issues, weights: defaultWorkloadWeights() };
    const book = new NumbersBook();
    const [, first] = timed(() => runSteps(book.count(input, 0)));
    const edits: number[] = [];
    let now: readonly Zone[] = zones;
    for (let i = 0; i < 9; i++) {
      const at = Math.floor(random() * now.length);
      now = now.map((zone, n) => (n === at ? { ...zone } : zone));
      const [, spent] = timed(() => runSteps(book.count({ ...input, zones: now }, 0)));
      edits.push(spent);
    }
    const [anew, whole] = timed(() => zoneNumbers({ ...input, zones: now }, 0));
    const columns = numberColumns(anew, () => 0);
    const packed = serialize(columns);
    const unpacked = median(Array.from({ length: 9 }, () => timed(() => deserialize(packed))[1]));
    return [
      { what: 'first count', value: first, unit: 'ms', reference: whole },
      { what: 'count after one edit', value: median(edits), unit: 'ms', reference: whole },
      { what: 'answer unpacked in the window', value: unpacked, unit: 'ms', reference: null },
    ] satisfies Row[];
  },
};

export default bench;
