import type { Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import { draftCoverage } from '#test/bench/coverage/generate-coverage.ts';
import { record } from '#test/unit/shared/edits/records.ts';

/** Metres to degrees, ten times as large: vertices of the draft lie closer than those of a city. */
const toDegrees = ([x = 0, y = 0]: Position): Position => [116 + x / 8500, 40 + y / 11_100];

/** An area of a draft, whose rings are open, near Beijing and on the grid. */
export function draftInDegrees(area: Area): Area {
  const rings = (list: Position[][]) => list.map((ring) => [...ring, ring[0]!].map(toDegrees));
  const coordinates =
    area.type === 'Polygon' ? rings(area.coordinates) : area.coordinates.map(rings);
  return snapGeometry({ type: area.type, coordinates } as Area);
}

/** Records of a project whose zones have many vertices, without defects; and a zone in the middle of it. */
export function denseRecords(
  zoneCount: number,
  verticesPerSide: number,
): { records: AnyRecord[]; vertices: number; middle: string } {
  const draft = draftCoverage(zoneCount, verticesPerSide, 1);
  const zones = draft.zones.map(({ polygons }, i) =>
    record('zone', 0x1000 + i, {
      shape: 'block',
      parentId: null,
      name: `片${i}号`,
      code: String(100_000 + i),
      geometry: draftInDegrees({ type: 'MultiPolygon', coordinates: polygons } as Area),
    }),
  );
  const outline = draftInDegrees({ type: 'Polygon', coordinates: [draft.boundary] } as Area);
  const project = record('project', 1, {
    name: '密区',
    createdAt: '2026-06-01T08:00:00+08:00',
    utcOffsetMinutes: 480,
    schemes: defaultSchemes(),
  });
  const district = record('district', 2, { name: '密区', code: '110000', geometry: outline });
  const vertices = zones.reduce(
    (sum, { geometry }) => sum + polygonsOf(geometry as Area).flat(2).length,
    0,
  );
  const middle = zones[Math.floor(zoneCount / 2)]!.name;
  return { records: [project, district, ...zones], vertices, middle };
}
