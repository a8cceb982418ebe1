import { type Bounds } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';

interface Placed {
  areas: readonly AnyRecord[];
  /** West, south, east and north of each. */
  boxes: Float64Array;
}

/** By list: a document answers the same one until a record of the kind changes. */
const known = new WeakMap<readonly AnyRecord[], Placed>();

const isArea = (record: AnyRecord): boolean => {
  const type = 'geometry' in record ? record.geometry?.type : undefined;
  return type === 'Polygon' || type === 'MultiPolygon';
};

function placedOf(records: readonly AnyRecord[]): Placed {
  let placed = known.get(records);
  if (!placed) {
    const areas = records.filter(isArea);
    const boxes = new Float64Array(4 * areas.length);
    for (const [i, area] of areas.entries()) {
      boxes.set(boxOf((area as unknown as { geometry: Area }).geometry), 4 * i);
    }
    placed = { areas, boxes };
    known.set(records, placed);
  }
  return placed;
}

/**
 * Those of some records that are areas whose box comes near a place ([west, south, east, north] in
 * degrees). Asked at each frame of a gesture: the boxes are gathered once for each list.
 * @param margin in degrees, all round
 */
export function areasNear<One extends AnyRecord>(
  records: readonly One[],
  [west, south, east, north]: Bounds,
  margin = 0,
): Extract<One, { geometry: { type: 'Polygon' | 'MultiPolygon' } }>[] {
  const { areas, boxes } = placedOf(records);
  const near: AnyRecord[] = [];
  for (let i = 0, at = 0; i < areas.length; i++, at += 4) {
    if (boxes[at]! > east + margin || boxes[at + 2]! < west - margin) continue;
    if (boxes[at + 1]! > north + margin || boxes[at + 3]! < south - margin) continue;
    near.push(areas[i]!);
  }
  return near as ReturnType<typeof areasNear<One>>;
}
