import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { boundaryFrom, zonesFrom } from '#electron/cli/check-records.ts';
import { type CoverageCheckInput, defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';

type Area = Feature<Polygon | MultiPolygon>;

/** Records from parsed GeoJSON, made as the command line makes them. */
export function coverageInput(zones: readonly Area[], boundary: Area): CoverageCheckInput {
  const from = (features: readonly Area[]) => ({
    file: '',
    planar: true,
    nameProperty: null,
    features: features.map(({ properties, geometry }, i) => ({
      number: i + 1,
      properties: properties ?? {},
      geometry,
    })),
  });
  return {
    boundary: boundaryFrom(from([boundary])),
    zones: zonesFrom(from(zones)).zones,
    points: [],
    exceptions: [],
    issueClasses: [],
    on: '2026-01-01',
    planar: true,
    toleranceM: defaultToleranceM,
  };
}

/** The full check, to findings with polygons, areas and ids. */
export async function fullCheck(input: CoverageCheckInput): Promise<CheckReport> {
  return runCoverageCheck(input, {
    progress: () => undefined,
    breathe: () => Promise.resolve(),
  });
}
