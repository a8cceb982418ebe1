/**
 * `node test/bench/coverage/write-coverage.ts FOLDER [ZONES [DEFECTS [SEED]]]`: writes a generated
 * coverage as zones.geojson and boundary.geojson (metres on a plane) and, beside them, truth.geojson:
 * every planted defect as a point with its kind, rule, zones, area (m²) and width (m).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection, Point } from 'geojson';
import { generateCoverage } from './generate-coverage.ts';

const [folder, zoneCount = 20_000, defectsPerKind = 8, seed = 1] = process.argv
  .slice(2)
  .map((value, i) => (i === 0 ? value : Number(value))) as [string?, number?, number?, number?];
if (folder === undefined) throw new Error('A folder to write to is needed.');

const { zones, boundary, truth, ringVertices } = generateCoverage(zoneCount, {
  defectsPerKind,
  seed,
});
const points: FeatureCollection<Point> = {
  type: 'FeatureCollection',
  features: truth.map(({ at, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: at },
  })),
};
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries({ zones, boundary, truth: points })) {
  await writeFile(join(folder, `${name}.geojson`), JSON.stringify(content));
}
console.log(
  `${zones.features.length} zones, ${ringVertices} ring vertices, ${truth.length} defects`,
);
