import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitInto,
  previewShapes,
  shownPositions,
} from '#renderer/features/import/preview-shapes.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { parseRecord } from '#shared/model/record.ts';
import { box, uuid } from '#test/unit/shared/formats/import/import-fixtures.ts';

const district = parseRecord({
  kind: 'district',
  id: uuid(1),
  name: '区',
  code: '',
  geometry: box(116, 39, 117, 40),
});
const point = (number: number, longitude: number) =>
  parseRecord({
    kind: 'point',
    id: uuid(number),
    name: '点',
    pointKind: 'x',
    position: [longitude, 39.5],
  });

describe('previewShapes', () => {
  it('draws areas, points and a fair share of the issues', () => {
    const issues = Array.from({ length: 45_000 }, (_, index) => ({
      kind: 'issue' as const,
      id: uuid(index),
      issueClass: 'x',
      status: 'closed' as const,
      position: [116.5, 39.5] as [number, number],
      foundAt: '2026-01-01T00:00:00Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    }));
    const shapes = previewShapes([district, point(2, 116.2), ...packIssues(issues, () => uuid(3))]);
    expect(shapes.rings).toHaveLength(1);
    expect(shapes.dots).toHaveLength(1 + 15_000);
    expect(shapes.dots.at(-1)).toEqual([116.5, 39.5]);
    // However many chunks there are, the picture holds no more dots.
    const twice = [3, 4].flatMap((number) => packIssues(issues, () => uuid(number)));
    expect(previewShapes(twice).dots).toHaveLength(18_000);
  });

  it('keeps a stray point from shrinking the district, but shows when most are elsewhere', () => {
    const outline = previewShapes([district]);
    const shown = (...longitudes: number[]) =>
      shownPositions(
        previewShapes(longitudes.map((longitude, index) => point(index, longitude))),
        outline,
      );
    expect(shown(116.2, 116.3, 121)).not.toContainEqual([121, 39.5]);
    expect(shown(116.2, 121, 122)).toContainEqual([121, 39.5]);
  });
});

describe('fitInto', () => {
  it('puts every position into the picture, north up and east right', () => {
    const position = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 1 }), (positions) => {
        const to = fitInto(positions, 380, 240);
        for (const one of positions) {
          const [x, y] = to?.(one) ?? [];
          expect(x).toBeGreaterThanOrEqual(11.9);
          expect(x).toBeLessThanOrEqual(368.1);
          expect(y).toBeGreaterThanOrEqual(11.9);
          expect(y).toBeLessThanOrEqual(228.1);
        }
      }),
    );
    const to = fitInto(
      [
        [116, 39],
        [117, 40],
      ],
      380,
      240,
    );
    const [[west, south], [east, north]] = [to?.([116, 39]) ?? [], to?.([117, 40]) ?? []];
    expect(west).toBeLessThan(east as number);
    expect(north).toBeLessThan(south as number);
    expect(fitInto([], 380, 240)).toBeNull();
  });
});
