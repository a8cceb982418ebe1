/**
 * `node test/bench/coverage/write-coverage.ts FOLDER [ZONES [DEFECTS-OF-EACH-KIND [SEED]]]`: writes a
 * generated coverage with planted defects to try the check on; see coverage-files.ts.
 */
import { writeCoverage } from './coverage-files.ts';
import { generateCoverage } from './generate-coverage.ts';

const [folder, ...numbers] = process.argv.slice(2);
if (folder === undefined) throw new Error('A folder to write to is needed.');
const [zoneCount = 20_000, defectsPerKind = zoneCount < 5_000 ? 3 : 8, seed = 1] =
  numbers.map(Number);
const coverage = generateCoverage(zoneCount, { defectsPerKind, seed });
await writeCoverage(folder, coverage);
const { zones, ringVertices, truth } = coverage;
console.log(
  `${zones.features.length} zones, ${ringVertices} ring vertices, ${truth.length} defects`,
);
