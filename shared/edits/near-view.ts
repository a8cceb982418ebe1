import Flatbush from 'flatbush';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** More than what commands on ground take for near, so that they miss nothing here. */
const margin = fromGrid(10);

const known = new WeakMap<Zone, Bounds | null>();

/** Box of a zone's ground, measured once for each record; null for none. */
function boundsOf(zone: Zone): Bounds | null {
  let bounds = known.get(zone);
  if (bounds === undefined) {
    const ground = zoneGround(zone);
    bounds = ground && areaBounds(ground);
    known.set(zone, bounds);
  }
  return bounds;
}

function near(zones: readonly Zone[], places: readonly Bounds[]): Zone[] {
  if (places.length === 0) return [];
  const index = new Flatbush(places.length);
  for (const [west, south, east, north] of places) {
    index.add(west - margin, south - margin, east + margin, north + margin);
  }
  index.finish();
  return zones.filter((zone) => {
    const bounds = boundsOf(zone);
    return bounds !== null && index.collides(...bounds);
  });
}

/**
 * A document with only those zones that come near some places ([west, south, east, north] in
 * degrees), or near a zone that does: all that commands on the ground of a finding look at. What is
 * asked for by its id is there all the same. Trying fixes on it costs the same however large the
 * district is.
 */
export function nearView(document: DocumentView, places: readonly Bounds[]): DocumentView {
  const zones = document.all('zone');
  const beside = near(zones, places);
  const boxes = beside.map(boundsOf).filter((bounds) => bounds !== null);
  const all = near(zones, [...places, ...boxes]);
  return {
    get: (id) => document.get(id),
    find: (kind, id) => document.find(kind, id),
    all: (kind) => (kind === 'zone' ? (all as never) : document.all(kind)),
  };
}
