import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import type { Area } from '#shared/model/geometry.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { generateCoverage } from '#test/bench/coverage/generate-coverage.ts';
import type { AppDriver } from '#test/e2e/driver/app-driver.ts';

/** Metres of the generated plane as degrees near Beijing, on the grid. */
function toDegrees(area: Polygon | MultiPolygon): Area {
  const coordinates = polygonsOf(area).map((rings) =>
    rings.map((ring) =>
      ring.map(
        ([x = 0, y = 0]): Position => [
          snapDegrees(116 + x / 85_000),
          snapDegrees(40 + y / 111_000),
        ],
      ),
    ),
  );
  return { type: 'MultiPolygon', coordinates } as Area;
}

/** Records of a project of so many wiggly zones, some faulty. */
export function largeRecords(zoneCount: number): AnyRecord[] {
  const { zones, boundary } = generateCoverage(zoneCount, {
    verticesPerSide: 8,
    defectsPerKind: 4,
  });
  const districtId = randomUUID();
  const records: AnyRecord[] = [
    parseRecord({
      kind: 'project',
      id: randomUUID(),
      name: '大区',
      createdAt: '2026-06-01T08:00:00+08:00',
      utcOffsetMinutes: 480,
      schemes: defaultSchemes(),
    }),
    {
      kind: 'district',
      id: districtId,
      name: '大区',
      code: '110000',
      geometry: toDegrees(boundary.geometry),
      source: '',
      licence: '',
      reviewNumber: '',
      attributes: {},
    },
    ...zones.features.map(
      ({ properties, geometry }, i): AnyRecord => ({
        kind: 'zone',
        shape: 'block',
        id: randomUUID(),
        parentId: null,
        name: String(properties?.['name'] ?? i),
        code: String(100_000 + i),
        categories: [],
        attributes: {},
        geometry: toDegrees(geometry),
      }),
    ),
  ];
  return records;
}

/** Opens a project of so many zones, and waits until it is there and checked. */
export async function openLargeDistrict(app: AppDriver, zoneCount: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  try {
    const file = join(folder, 'large.hengzong');
    await writeFile(file, await packProject(largeRecords(zoneCount)));
    await app.choosing([file], () =>
      app.planner.getByRole('button', { name: app.text('start.open') }).click(),
    );
    await app.map.waitFor({ timeout: 180_000 });
    await expect(app.proof('horizontal')).toContainText(/\d/, { timeout: 180_000 });
    await app.planner.waitForTimeout(5000);
  } finally {
    await rm(folder, { recursive: true });
  }
}
