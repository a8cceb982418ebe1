import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection, Point } from 'geojson';
import type { GeneratedCoverage } from './generate-coverage.ts';

/**
 * Writes a coverage to a folder as zones.geojson and boundary.geojson (metres on a plane) and, beside
 * them, truth.geojson: every planted defect as a point with its kind, the rule of the finding it
 * should lead to, zones, area (m²) and width (m).
 */
export async function writeCoverage(
  folder: string,
  { zones, boundary, truth }: GeneratedCoverage,
): Promise<void> {
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
}
