/** Damages the fixtures 20,000 times and reads what is left; a part of `npm run nightly`. */
import { fuzzFiles } from './fuzz-files.ts';

const count = Number(process.argv[2] ?? 20_000);
const given = process.env['HENGZONG_SEED'];
const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);
console.log(`${count} mutations, HENGZONG_SEED=${seed}`);

const { read, refused, failures, slowest } = await fuzzFiles(count, seed);
console.log(`${read} read, ${count - read - failures.length} refused`);
for (const [key, times] of [...refused].toSorted((a, b) => b[1] - a[1])) {
  console.log(`  ${key}: ${times}`);
}
console.log(`slowest: ${slowest.file}, mutation ${slowest.mutation}, ${Math.round(slowest.ms)} ms`);
for (const { file, mutation, error } of failures) console.error(file, mutation, error);
console.log(`${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;
