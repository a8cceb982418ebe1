/**
 * `npx node test/bench/coverage/run.ts`: this bench alone. HENGZONG_BENCH_PEERS names a folder with
 * mapshaper and geos-wasm in its node_modules, else those columns stay out.
 */
import { table } from '#test/bench/bench.ts';
import bench from './coverage-bench.ts';

console.log(table(bench, await bench.run()));
