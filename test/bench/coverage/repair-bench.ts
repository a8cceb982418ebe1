import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { type LayerRepair, repairLayer } from '#shared/jobs/repair-layer.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type Bench, median, type Row } from '#test/bench/bench.ts';
import { block, quiet } from '#test/unit/shared/checks/given.ts';
import { generateCoverage } from './generate-coverage.ts';
import { geosValidity } from './geos-validity.ts';
import { runMapshaperClean } from './peers.ts';

const zoneCount = 20_000;
const repeats = 3;
/** Larger than a whole missing zone. */
const maxAreaM2 = 20_000;

type Zones = FeatureCollection<Polygon | MultiPolygon>;

function collection({ grounds }: LayerRepair): Zones {
  return {
    type: 'FeatureCollection',
    features: [...grounds].flatMap(([name, geometry]) =>
      geometry ? [{ type: 'Feature', properties: { name }, geometry }] : [],
    ),
  };
}

const bench: Bench = {
  name: 'Repair of a coverage: zones in memory to zones in memory',
  reference: 'mapshaper -clean',
  async run() {
    const { zones, boundary } = generateCoverage(zoneCount, { defectsPerKind: 8 });
    const outline = { id: 'boundary', name: '', geometry: boundary.geometry as Area };
    const input = {
      boundary: outline,
      zones: zones.features.map(({ properties, geometry }) =>
        block(String(properties?.['name']), geometry as Area),
      ),
      planar: true,
      maxAreaM2,
      maxWidthM: 1,
      exceptions: [],
      on: '2026-06-01',
    };
    const own: number[] = [];
    const theirs: number[] = [];
    let repair = await repairLayer(input, quiet);
    let cleaned = zones;
    for (let i = 0; i < repeats; i++) {
      const start = performance.now();
      repair = await repairLayer(input, quiet);
      own.push(performance.now() - start);
      const run = await runMapshaperClean(zones, maxAreaM2);
      theirs.push(run.cleanMs);
      cleaned = run.zones;
    }
    const result = collection(repair);
    const answer = coverageFaces({
      boundary: boundary.geometry,
      zones: result.features.map(({ properties, geometry }) => {
        return { id: String(properties?.['name']), geometry };
      }),
      exceptions: [],
      planar: true,
    });
    const ours = await geosValidity(result);
    const peer = await geosValidity(cleaned);
    const name = `${zoneCount} zones`;
    const faces = answer.gaps.length + answer.overlaps.length + answer.outside.length;
    const rows: Row[] = [
      { what: `${name}: repair`, value: median(own), unit: 'ms', reference: median(theirs) },
      {
        what: `${name}: findings before the repair`,
        value: repair.before.findings.length,
        unit: '',
        reference: null,
      },
      {
        what: `${name}: findings after it`,
        value: repair.after.findings.length,
        unit: '',
        reference: null,
      },
      { what: `${name}: faces of any size after it`, value: faces, unit: '', reference: null },
      {
        what: `${name}: zones with edges invalid for GEOS`,
        value: ours.faultyZones,
        unit: '',
        reference: peer.faultyZones,
      },
      {
        what: `${name}: valid for GEOS (1 yes)`,
        value: ours.isValid ? 1 : 0,
        unit: '',
        reference: peer.isValid ? 1 : 0,
      },
    ];
    return rows;
  },
};
export default bench;
