import type { Position } from 'geojson';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import { record } from '#test/unit/shared/edits/records.ts';

const middle = [116.3, 40];
/** Where the island ends, the land behind the coast begins, and the coast is, in degrees of latitude. */
const radius = { island: 0.09, land: 0.11, coast: 0.13 };

/** A wiggly circle, open, as it is traced from a picture: `vertices` corners some metres in and out. */
function tracedCircle(r: number, vertices: number): Position[] {
  return Array.from({ length: vertices }, (_, i): Position => {
    const turn = (2 * Math.PI * i) / vertices;
    const out = r + 4e-5 * Math.sin(97 * turn) + 6e-6 * ((i * 7919) % 13 < 6 ? 1 : 0);
    return [
      snapDegrees(middle[0]! + (out * Math.cos(turn)) / 0.766),
      snapDegrees(middle[1]! + out * Math.sin(turn)),
    ];
  });
}

const closed = (open: readonly Position[]): Position[] => [...open, open[0]!];

/**
 * Records of a project with zones of very many vertices: an island, all round it small zones that share its
 * border, and beyond them the land to the coast, which is the district's outline.
 * @param vertices corners of the island and of the coast, a multiple of `neighbours`
 */
export function coastRecords(
  vertices: number,
  neighbours: number,
): { records: AnyRecord[]; island: string } {
  const shore = tracedCircle(radius.island, vertices);
  const coast = tracedCircle(radius.coast, vertices);
  const behind = tracedCircle(radius.land, 10 * neighbours);
  const share = vertices / neighbours;
  const zone = (n: number, name: string, coordinates: Position[][]) =>
    record('zone', 0x1000 + n, {
      shape: 'block',
      parentId: null,
      name,
      code: String(100_000 + n),
      geometry: { type: 'Polygon', coordinates },
    });
  const around = Array.from({ length: neighbours }, (_, n) => {
    const [from, to] = [n * share, (n + 1) * share];
    const inner = closed(shore).slice(from, to + 1);
    const outer = closed(behind).slice(10 * n, 10 * n + 11);
    return zone(2 + n, `岸${n}号`, [closed([...inner, ...outer.toReversed()])]);
  });
  const project = record('project', 1, {
    name: '海区',
    createdAt: '2026-06-01T08:00:00+08:00',
    utcOffsetMinutes: 480,
    schemes: defaultSchemes(),
  });
  const outline = { type: 'Polygon', coordinates: [closed(coast)] };
  const district = record('district', 2, { name: '海区', code: '110000', geometry: outline });
  const island = zone(0, '海岛', [closed(shore)]);
  const land = zone(1, '海岸', [closed(coast), closed(behind).toReversed()]);
  return { records: [project, district, island, land, ...around], island: island.name };
}
