import { bbox, difference, featureCollection, intersect } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';

type Zones = FeatureCollection<Polygon | MultiPolygon>;

/** How long each step took, in ms, and the defects counted where the program tells any. */
export interface PeerRun {
  importMs: number;
  checkMs: number;
  defects: number | null;
}

/** mapshaper: import alone, then import and mosaic, of which tiles not covered once are kept. */
export async function runMapshaper(zones: Zones): Promise<PeerRun> {
  const { default: mapshaper } = await import('mapshaper');
  const run = async (commands: string) => {
    // It takes its input apart, so every run gets a copy.
    const input = { 'zones.json': structuredClone(zones) };
    const start = performance.now();
    const output = await mapshaper.applyCommands(`-i zones.json ${commands}`, input);
    return { ms: performance.now() - start, output };
  };
  const imported = await run('-filter false -o out.json');
  const mosaic = await run('-mosaic calc="n = count()" -filter "n != 1" -o out.json');
  const out = JSON.parse(String(mosaic.output['out.json'])) as { geometries?: []; features?: [] };
  return {
    importMs: imported.ms,
    checkMs: mosaic.ms - imported.ms,
    defects: (out.features ?? out.geometries ?? []).length,
  };
}

type Geos = Record<string, (...args: number[]) => number> & {
  Module: {
    _malloc(size: number): number;
    HEAPU32: Uint32Array;
    setValue(p: number, v: number, t: string): void;
  };
};

/** GEOS in WebAssembly: its functions by name, and GeoJSON as its geometries. */
export async function loadGeos() {
  const loaded = (await import('geos-wasm')) as unknown as { default: () => Promise<Geos> };
  const helpers = (await import('geos-wasm/helpers')) as unknown as {
    geojsonToGeosGeom: (geojson: unknown, geos: Geos) => number;
  };
  const geos = await loaded.default();
  const call = (name: string, ...args: number[]): number => {
    const found = geos[name];
    if (found === undefined) throw new Error(`geos-wasm has no ${name}`);
    return found(...args);
  };
  const toGeometry = (geojson: unknown): number => helpers.geojsonToGeosGeom(geojson, geos);
  return { call, toGeometry, module: geos.Module };
}

/** GEOS: validation of the coverage, then its union taken off the boundary. */
export async function runGeos(zones: Zones, boundary: Feature<Polygon>): Promise<PeerRun> {
  const { call, toGeometry, module } = await loadGeos();
  let start = performance.now();
  const collection = toGeometry({
    type: 'GeometryCollection',
    geometries: zones.features.map(({ geometry }) => geometry),
  });
  const outline = toGeometry(boundary.geometry);
  const importMs = performance.now() - start;
  start = performance.now();
  const invalid = module._malloc(4);
  call('GEOSCoverageIsValid', collection, 0, invalid);
  call('GEOSDifference', outline, call('GEOSUnaryUnion', collection));
  return { importMs, checkMs: performance.now() - start, defects: null };
}

/** mapshaper's own repair: import alone, then import, clean (gaps filled, overlaps resolved), and the result. */
export async function runMapshaperClean(
  zones: Zones,
  gapFillM2: number,
): Promise<{ importMs: number; cleanMs: number; zones: Zones }> {
  const { applyCommands } = (await import('mapshaper')).default;
  const run = async (commands: string) => {
    const input = { 'zones.json': structuredClone(zones) };
    const start = performance.now();
    const output = await applyCommands(`-i zones.json ${commands} -o out.json`, input);
    return { ms: performance.now() - start, output };
  };
  const imported = await run('');
  const cleaned = await run(`-clean gap-fill-area=${gapFillM2} overlap-rule=min-area`);
  const result = JSON.parse(String(cleaned.output['out.json'])) as Zones;
  return { importMs: imported.ms, cleanMs: cleaned.ms - imported.ms, zones: result };
}

/** Turf: every pair of zones whose boxes meet intersected, and all of them taken off the boundary. */
export function runTurf(zones: Zones, boundary: Feature<Polygon>): PeerRun {
  const start = performance.now();
  const boxes = zones.features.map((zone) => bbox(zone));
  let defects = 0;
  zones.features.forEach((a, i) => {
    const [west = 0, south = 0, east = 0, north = 0] = boxes[i] ?? [];
    for (let j = i + 1; j < zones.features.length; j++) {
      const b = zones.features[j];
      const [left = 0, bottom = 0, right = 0, top = 0] = boxes[j] ?? [];
      if (!b || west > right || left > east || south > top || bottom > north) continue;
      if (intersect(featureCollection([a, b]))) defects++;
    }
  });
  const gaps = difference(featureCollection([boundary, ...zones.features]));
  if (gaps) defects += gaps.geometry.type === 'Polygon' ? 1 : gaps.geometry.coordinates.length;
  return { importMs: 0, checkMs: performance.now() - start, defects };
}
