import { area as turfArea, difference, featureCollection, feature } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { groundChange } from '#shared/analysis/ground-change.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import { applyFix } from '#shared/edits/apply-fix.ts';
import type { Document } from '#shared/edits/document.ts';
import { changesOf } from '#shared/edits/patch.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { FixKind } from '#shared/model/fix.ts';
import {
  area,
  box,
  district,
  exception,
  findingsOf,
  newZone,
  on,
  zoneNamed,
} from '#test/unit/shared/edits/repair/district.ts';

const outline = [box(0, 0, 20, 10)];
const A = [box(0, 0, 10, 10)];

/** What moves when the first fix of a kind is applied to the only finding of a document. */
async function movesOf(document: Document, kind: FixKind) {
  const [finding] = await findingsOf(document);
  const fix = finding?.fixes.find((each) => each.kind === kind);
  if (!finding || !fix) throw new Error(`no finding that offers ${kind}`);
  const result = applyFix(document, { target: finding, fix, on, newZone, exception });
  if ('refused' in result) throw new Error(result.refused);
  const moves = groundMoves(document, changesOf(result.patch), finding.recordIds);
  return { moves, finding };
}

const sizeOf = (moves: readonly GroundMove[]) =>
  moves.reduce((sum, { polygon }) => sum + areaM2(polygon), 0);

describe('ground that changes hands', () => {
  // +-----+--+--+
  // |  A  |//|B |
  // +-----+--+--+
  const gap = () => district(outline, { A, B: [box(14, 0, 20, 10)] });

  it('is a gap that goes to the zone chosen', async () => {
    const document = gap();
    const { moves, finding } = await movesOf(document, 'give-ground');
    const [give] = finding.fixes;
    expect(moves.map(({ to, kind }) => [to, kind])).toEqual([
      [give?.kind === 'give-ground' && give.zoneId, 'zone'],
    ]);
    expect(sizeOf(moves)).toBeCloseTo(finding.areaM2 ?? 0, 1);
  });

  it('is a gap that becomes a zone, or an exception', async () => {
    const founded = await movesOf(gap(), 'new-zone');
    expect(founded.moves.map(({ to, kind }) => [to, kind])).toEqual([[newZone.newId, 'zone']]);
    const excepted = await movesOf(gap(), 'declare-exception');
    expect(excepted.moves.map(({ to, kind }) => [to, kind])).toEqual([
      [exception.newId, 'exception'],
    ]);
    expect(sizeOf(excepted.moves)).toBeCloseTo(excepted.finding.areaM2 ?? 0, 1);
  });

  // +----+--+----+
  // | A  |##| B  |
  // +----+--+----+
  const overlap = () => district(outline, { A: [box(0, 0, 12, 10)], B: [box(8, 0, 20, 10)] });

  it('goes to who keeps an overlap, though that zone does not change', async () => {
    const { moves, finding } = await movesOf(overlap(), 'keep-ground');
    const [keep] = finding.fixes;
    expect(moves.map(({ to }) => to)).toEqual([keep?.kind === 'keep-ground' && keep.zoneId]);
    expect(sizeOf(moves)).toBeCloseTo(finding.areaM2 ?? 0, 1);
  });

  it('goes to both in parts when an overlap is split', async () => {
    const document = overlap();
    const { moves, finding } = await movesOf(document, 'split-ground');
    expect(new Set(moves.map(({ to }) => to))).toEqual(
      new Set([zoneNamed(document, 'A').id, zoneNamed(document, 'B').id]),
    );
    expect(sizeOf(moves)).toBeCloseTo(finding.areaM2 ?? 0, 1);
  });

  // +-----+-----+
  // |  A  |  B  |
  // +-----+--+--+
  //       |//|
  //       +--+
  it('goes to nobody when it is cut off outside', async () => {
    const beyond = [
      [
        [10, 0],
        [10, -3],
        [13, -3],
        [13, 0],
        [20, 0],
        [20, 10],
        [10, 10],
      ],
    ];
    const { moves, finding } = await movesOf(district(outline, { A, B: beyond }), 'cut-outside');
    expect(moves.map(({ to, kind }) => [to, kind])).toEqual([[null, 'nobody']]);
    expect(sizeOf(moves)).toBeCloseTo(finding.areaM2 ?? 0, 1);
  });
});

describe('change of ground', () => {
  it('is what Turf says of two shapes', () => {
    const side = fc.integer({ min: 1, max: 9 });
    const corner = fc.integer({ min: 0, max: 9 });
    const boxes = fc.tuple(corner, corner, side, side).map(([x, y, w, h]) => {
      return area(box(x, y, x + w, y + h)) as Extract<Area, { type: 'Polygon' }>;
    });
    fc.assert(
      fc.property(boxes, boxes, (before, after) => {
        const { gained, lost } = groundChange(before, after);
        const witness = (from: Area, without: Area) => {
          const rest = difference(featureCollection([feature(from), feature(without)]));
          return rest ? turfArea(rest) : 0;
        };
        const sum = (pieces: readonly Polygon[]) =>
          pieces.reduce((all, piece) => all + turfArea(piece), 0);
        expect(Math.abs(sum(gained) - witness(after, before))).toBeLessThan(0.05);
        expect(Math.abs(sum(lost) - witness(before, after))).toBeLessThan(0.05);
      }),
    );
  });

  it('is everything where there was nothing, or is nothing', () => {
    const ground = area(box(0, 0, 4, 4)) as Extract<Area, { type: 'Polygon' }>;
    expect(groundChange(null, ground)).toEqual({ gained: [ground], lost: [] });
    expect(groundChange(ground, null)).toEqual({ gained: [], lost: [ground] });
    expect(groundChange(ground, ground)).toEqual({ gained: [], lost: [] });
  });
});
