import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import { zoneColourDistances } from '#renderer/map/zone-colours.ts';
import { AreaNeighbours } from '#shared/analysis/area-neighbours.ts';
import { colouring, colourNodes } from '#shared/analysis/graph-colouring.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { RecordSource } from './record-source.ts';

/** By zone: what a drag has drawn is not drawn again when it becomes an edit. */
const known = new WeakMap<Zone, Area | null>();

/** Ground of a zone as far as it can be drawn; a shape that has none yields null, never an error. */
export function drawableGround(zone: Zone): Area | null {
  let ground = known.get(zone);
  if (ground === undefined) {
    ground = makeGround(zone);
    known.set(zone, ground);
  }
  return ground;
}

function makeGround(zone: Zone): Area | null {
  try {
    return drawableGeometry(zoneGround(zone)) as Area | null;
  } catch {
    return null;
  }
}

/** OKLab distance beyond which neighbours are told apart at once: then variety counts for more. */
const enough = 0.045;

/** Zones as ground, with the number of a colour that differs from their neighbours'. */
export function zoneSource(): RecordSource {
  const feed = new SourceFeed('zones');
  const neighbours = new AreaNeighbours();
  const colours = new Map<string, number>();
  const grounds = new Map<string, { zone: Zone; geometry: Area }>();
  // One distance for both themes, so that a zone keeps its hue when the theme changes.
  const dark = zoneColourDistances('dark');
  const distances = zoneColourDistances('light').map((row, i) =>
    row.map((value, j) => Math.min(enough, value, dark[i]?.[j] ?? value)),
  );
  /** Takes up a zone as it is now; undefined for one that is gone. */
  const take = (id: string, zone: Zone | undefined) => {
    const geometry = zone ? drawableGround(zone) : null;
    neighbours.set(id, geometry);
    if (zone && geometry) grounds.set(id, { zone, geometry });
    else {
      grounds.delete(id);
      colours.delete(id);
    }
  };
  const show = (id: string) => {
    const ground = grounds.get(id);
    if (!ground) return feed.set(id, null);
    const properties = { colour: colours.get(id) ?? 0, shape: ground.zone.shape };
    feed.set(id, { geometry: ground.geometry, properties });
  };
  return {
    feed,
    kinds: ['zone'],
    preview(records, hidden) {
      for (const id of hidden) if (grounds.has(id)) feed.set(id, null);
      for (const record of records) {
        const geometry = record.kind === 'zone' ? drawableGround(record) : null;
        if (record.kind !== 'zone' || !geometry || !grounds.has(record.id)) continue;
        const properties = { colour: colours.get(record.id) ?? 0, shape: record.shape };
        feed.set(record.id, { geometry, properties });
      }
    },
    *fill(ids, document) {
      for (const id of ids) {
        const zone = document.find('zone', id);
        take(id, zone);
        // Gestures and handles ask for the boxes of all at once; found here they hold nothing up.
        if (zone && hasRings(zone)) boxOf(zone.geometry);
        yield;
      }
      // All at once, in the order that needs the fewest colours.
      const placed = ids.filter((id) => grounds.has(id));
      yield* colouring(colours, placed, (id) => neighbours.of(id), distances);
      for (const id of ids) {
        show(id);
        yield;
      }
    },
    update(changes) {
      for (const [id, record] of changes) take(id, record?.kind === 'zone' ? record : undefined);
      const known = new Map<string, Map<string, number>>();
      const neighboursOf = (id: string) => {
        let found = known.get(id);
        if (!found) {
          found = neighbours.of(id);
          known.set(id, found);
        }
        return found;
      };
      const placed = [...changes.keys()].filter((id) => grounds.has(id));
      const recoloured = colourNodes(colours, placed, neighboursOf, distances);
      for (const id of new Set([...changes.keys(), ...recoloured])) show(id);
    },
  };
}
