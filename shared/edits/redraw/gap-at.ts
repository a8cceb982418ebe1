import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { isInForce } from '#shared/model/in-force.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** The ground round a position for which nobody answers on a day; null when somebody does. */
export function gapAt(document: DocumentView, [x, y]: LonLat, on: string): Area | null {
  const zones = document.all('zone').flatMap((zone) => {
    const geometry = zoneGround(zone);
    return geometry ? [{ id: zone.id, geometry }] : [];
  });
  const { gaps } = coverageFaces({
    boundary: document.all('district')[0]?.geometry ?? null,
    zones,
    exceptions: document.all('exception').filter((exception) => isInForce(exception, on)),
    planar: false,
  });
  const gap = gaps.find(
    ({ polygon }) => new BandedArea(polygon).locate(toGrid(x), toGrid(y)) !== 'outside',
  );
  return gap ? (gap.polygon as Area) : null;
}
