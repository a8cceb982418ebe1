import { nearView } from '#shared/edits/near-view.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Exception } from '#shared/model/exception.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { RepairPart } from '#shared/topology/repair/repair-question.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

const margin = fromGrid(10);

/** Parties to the ground near some places. */
export interface NearParties {
  zones: RepairPart[];
  exceptions: Exception[];
}

/**
 * Zones and exceptions that come near some places ([west, south, east, north] in degrees), or near a
 * zone that does: all that an edit there can touch, if only by a corner on a common border.
 * Exceptions count whether or not they are in force today: a plan has to hold on other days too.
 */
export function nearParties(document: DocumentView, places: readonly Bounds[]): NearParties {
  const zones = nearView(document, places)
    .all('zone')
    .flatMap((zone): RepairPart[] => {
      const geometry = zoneGround(zone);
      if (!geometry) return [];
      const isFixed = zone.geometry !== geometry;
      return [{ id: zone.id, geometry, rank: precedence[zone.shape], isFixed }];
    });
  const boxes = [...places, ...zones.map(({ geometry }) => areaBounds(geometry))];
  const exceptions = document.all('exception').filter(({ geometry }) => {
    const own = areaBounds(geometry);
    return boxes.some((box) => boundsMeet(own, box, margin));
  });
  return { zones, exceptions };
}
