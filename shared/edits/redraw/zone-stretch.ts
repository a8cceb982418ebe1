import type { Position } from 'geojson';
import { boundsOf } from '#shared/geo/bounds.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { placeKey } from '#shared/topology/redraw/border-change.ts';
import { cornersAlong } from '#shared/topology/redraw/corners-along.ts';
import { cutAtJunctions, junctionsOf } from '#shared/topology/redraw/junctions.ts';
import { ringPath } from '#shared/topology/redraw/ring-path.ts';
import { withCorners } from '#shared/topology/redraw/with-corners.ts';
import type { Refusal } from './refusal.ts';
import { ringedNear } from './ringed-near.ts';

/** A stretch of a zone's border between two of its vertices, or all its border. */
export interface StretchArguments {
  zoneId: string;
  /** Vertices of one ring, [longitude, latitude]; left out: all rings of the zone. */
  from?: LonLat;
  to?: LonLat;
  /** Along a ring there are two ways; without this the shorter one is meant. */
  otherWay?: boolean;
}

/** Stretches of border, cut at the junctions where borders of three zones meet. */
export interface ZoneStretch {
  zoneName: string;
  /** One list for each line asked for: its parts from junction to junction. */
  lines: Position[][][];
}

/** A closed ring that begins at a junction, if it has one. */
function fromJunction(ring: Position[], junctions: ReadonlySet<string>): Position[] {
  const start = ring.findIndex((at) => junctions.has(placeKey(at)));
  if (start <= 0) return ring;
  const open = ring.slice(0, -1);
  return [...open.slice(start), ...open.slice(0, start), ring[start]!];
}

/** The stretch that the arguments mean, with the corners that neighbours have on it. */
export function zoneStretch(document: DocumentView, args: StretchArguments): ZoneStretch | Refusal {
  const zone = document.find('zone', args.zoneId);
  if (!zone) return { refused: 'edit.refused.missing' };
  const { geometry } = zone;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
    return { refused: 'edit.repairRefused.fixedShape', params: { zone: zone.name } };
  }
  const { from, to, otherWay = false } = args;
  const rough = from && to ? ringPath(geometry, from, to, otherWay) : polygonsOf(geometry).flat(2);
  if (!rough) return { refused: 'edit.refused.noVertex' };
  const zones = ringedNear(document, boundsOf(rough));
  const corners = cornersAlong(
    zones.map((one) => one.geometry),
    rough,
  );
  const areas = zones.map((one) => withCorners(one.geometry as Area, [...rough, ...corners]));
  const own = withCorners(geometry as Area, corners);
  const junctions = junctionsOf(areas);
  const line = from && to ? ringPath(own, from, to, otherWay) : null;
  const lines = line
    ? [line]
    : polygonsOf(own)
        .flat()
        // Rings come as they were drawn, be it of a single position.
        .filter((ring) => ring.length > 1)
        .map((ring) => fromJunction(ring, junctions));
  return { zoneName: zone.name, lines: lines.map((one) => cutAtJunctions(one, junctions)) };
}
