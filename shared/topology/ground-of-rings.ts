import type { Polygon } from 'geojson';
import { arrange } from './arrangement.ts';
import { toPosition } from './coverage-grid.ts';
import { dissolveFaces } from './dissolve-faces.ts';
import { edgesAsSegments, ringEdges } from './edges-as-segments.ts';
import { nodeSegments } from './node-segments.ts';
import { type Ground, packCoverage } from './packed-coverage.ts';
import { partyLocator } from './party-locator.ts';
import { pointInsideFace } from './point-inside-face.ts';

/**
 * The ground of an area whose rings cross or lie over each other, as polygons that do not: each place
 * that an outer ring goes round, however often, and no hole of its polygon. On the grid (1e-7°, or
 * 1 mm when `planar`) but for places where edges cross.
 */
export function groundOfRings(area: Ground, planar: boolean): Polygon[] {
  const { rings } = packCoverage({
    boundary: null,
    zones: [{ id: '', geometry: area }],
    exceptions: [],
    planar,
  });
  const edges = ringEdges(rings, 0, rings.ringParty.length);
  const segments = edgesAsSegments(rings, edges, () => true);
  const arrangement = arrange(segments, nodeSegments(segments));
  const locate = partyLocator(rings);
  const labels = new Int32Array(arrangement.faceCount).fill(-1);
  for (let face = 1; face < labels.length; face++) {
    const place = pointInsideFace(arrangement, face);
    if (place && locate(place[0], place[1]).length > 0) labels[face] = 0;
  }
  return dissolveFaces(arrangement, labels, rings.grid)
    .filter(({ areaM2 }) => areaM2 > 0)
    .map(({ rings: outlines }) => ({
      type: 'Polygon',
      coordinates: outlines.map(({ x, y }) =>
        Array.from(x, (_, i) => toPosition(rings.grid, x[i]!, y[i]!)),
      ),
    }));
}
