import { describe, expect, it } from 'vitest';
import { drawSite } from '#shared/edits/commands/draw-site.ts';
import { insertVertex } from '#shared/edits/commands/insert-vertex.ts';
import { givePart } from '#shared/edits/commands/give-part.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveVertex } from '#shared/edits/commands/move-vertex.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { simplifyBorder } from '#shared/edits/commands/simplify-border.ts';
import { smoothBorder } from '#shared/edits/commands/smooth-border.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { traceLine } from '#shared/edits/commands/trace-line.ts';
import type { Document } from '#shared/edits/document.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { after, area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at, line, reason, redrawn, size, sketch } from './redrawn.ts';

const twoParts = (...parts: [number, number][][]) => ({
  shape: 'block',
  geometry: { type: 'MultiPolygon', coordinates: parts.map((ring) => area(ring).coordinates) },
});

describe('a zone whose parts touch in one vertex', () => {
  const document = district([box(0, 0, 20, 20)], {
    A: twoParts(
      [
        [0, 0],
        [10, 0],
        [10, 5],
        [10, 10],
        [0, 10],
      ],
      box(10, 10, 20, 20) as [number, number][],
    ),
    B: [
      [
        [10, 0],
        [20, 0],
        [20, 10],
        [10, 10],
        [10, 5],
      ],
    ],
    C: [box(0, 10, 10, 20)],
  });

  it('keeps its vertices when its neighbour is split', async () => {
    const zoneId = zoneNamed(document, 'B').id;
    const next = await redrawn(document, splitZone, {
      zoneId,
      lines: [line([9, 3], [21, 3])],
      newId: idOf(900),
    });
    expect(sketch(next, 'A')).toBe('0,0 10,0 10,3 10,5 10,10 0,10');
  });
});

describe('zones that lie over each other', () => {
  const document = district([box(0, 0, 30, 10)], {
    A: [box(0, 0, 12, 10)],
    B: [box(8, 0, 20, 10)],
    C: [box(20, 0, 30, 10)],
  });
  const ids = ['A', 'B', 'C'].map((name) => zoneNamed(document, name).id);

  it('can be given to each other, the ground that both have only once', () => {
    const part = area(box(6, 0, 14, 10)) as never;
    const given = givePart(document, { fromId: ids[0]!, toId: ids[1]!, part });
    if ('refused' in given) throw new Error(given.refused);
    const next = after(document, given.patch);
    expect([size(next, 'A'), size(next, 'B')]).toEqual([60, 140]);
  });

  it('can be painted over, and do not stop painting elsewhere', () => {
    const units = [area(box(6, 0, 14, 10)), area(box(20, 0, 25, 10))] as never[];
    const painted = paintGround(document, { toId: ids[1]!, units });
    if ('refused' in painted) throw new Error(painted.refused);
    const next = after(document, painted.patch);
    expect([size(next, 'A'), size(next, 'B'), size(next, 'C')]).toEqual([60, 190, 50]);
  });
});

describe('a border that lies on another zone', () => {
  //  B reaches over A on the left; on the right it meets C
  const document = district([box(0, 0, 40, 10)], {
    A: [box(0, 0, 15, 10)],
    B: [
      [
        [10, 0],
        [30, 0],
        [30, 10],
        [10, 10],
        [10, 5],
      ],
    ],
    C: [box(30, 0, 40, 10)],
  });

  it('is no bare ground, so that none may be opened there', () => {
    const over = { from: at(10, 5), to: at(12, 5) };
    expect(reason(document, moveVertex, over)).toBe('done');
    const beyond = { from: at(10, 5), to: at(18, 5) };
    expect(reason(document, moveVertex, beyond)).toBe('edit.redraw.refused.opensGap');
  });
});

describe('borders of streets and communities that move along', () => {
  const street = record('street', 3, {
    districtId: idOf(2),
    name: '街',
    code: '1',
    geometry: area(box(0, 0, 20, 10)),
  });
  const community = (n: number, name: string, ring: [number, number][]) =>
    record('community', n, { streetId: idOf(3), name, code: name, geometry: area(ring) });
  const zones = {
    A: [
      [
        [0, 0],
        [10, 0],
        [10, 4],
        [10, 6],
        [10, 10],
        [0, 10],
      ],
    ],
    B: [
      [
        [10, 0],
        [20, 0],
        [20, 10],
        [10, 10],
        [10, 6],
        [10, 4],
      ],
    ],
  };

  /** The upper part of the zones' border bent to the west, the levels along with it. */
  const bentWest = (document: Document) => ({
    zoneId: zoneNamed(document, 'A').id,
    from: at(10, 4),
    to: at(10, 10),
    line: [at(10, 4), at(9, 7), at(10, 10)],
    levels: 'move' as const,
  });

  it('are refused where they would cross themselves', () => {
    // 甲 has a bay beside the zones' border, into which it would come.
    const bay = community(20, '甲', [
      [0, 0],
      [10, 0],
      [10, 4],
      [10, 6],
      [10, 10],
      [0, 10],
      [0, 8],
      [9, 7],
      [9, 3],
      [0, 2],
    ]);
    const document = district([box(0, 0, 20, 10)], zones, [street, bay]);
    const move = { from: at(10, 4), to: at(8, 5), levels: 'move' as const };
    expect(reason(document, moveVertex, move)).toBe('edit.redraw.refused.levelBreaks');
    expect(reason(document, moveVertex, { ...move, levels: 'stay' as const })).toBe('done');
  });

  it('are the same line for both sides though one has corners that the other lacks', async () => {
    const west = community(20, '甲', zones.A[0] as [number, number][]);
    const east = community(21, '乙', [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [10, 6.5],
    ]);
    const document = district([box(0, 0, 20, 10)], zones, [street, west, east]);
    const next = await redrawn(document, traceLine, bentWest(document));
    expect(next.find('community', east.id)!.geometry.coordinates[0]).toContainEqual(at(9, 7));
  });

  it('are refused where a neighbour of their level would stay behind', () => {
    const west = community(20, '甲', zones.A[0] as [number, number][]);
    // Its border ends in the midst of the stretch.
    const south = community(21, '乙', [
      [10, 0],
      [20, 0],
      [20, 7],
      [10, 7],
    ]);
    const document = district([box(0, 0, 20, 10)], zones, [street, west, south]);
    expect(reason(document, traceLine, bentWest(document))).toBe('edit.redraw.refused.levelBreaks');
  });
});

describe('along excepted ground', () => {
  const river = record('exception', 50, {
    name: '河',
    reason: '河',
    approver: '区政府',
    from: '2026-01-01',
    expires: '2026-12-31',
    geometry: area(box(10, 0, 20, 10)),
  });
  const document = district(
    [box(0, 0, 20, 10)],
    {
      A: [
        [
          [0, 0],
          [10, 0],
          [10, 0.1],
          [10, 0.2],
          [10, 10],
          [0, 10],
        ],
      ],
    },
    [river],
  );

  it('not even a strip of a decimetre is left to nobody', () => {
    const move = { from: at(10, 0.1), to: at(9.99, 0.1), levels: 'stay' as const };
    expect(reason(document, moveVertex, move)).toBe('edit.redraw.refused.opensGap');
  });
});

describe('an outline that has corners that its zone lacks', () => {
  const document = district(
    [
      [
        [0, 0],
        [20, 0],
        [20, 4],
        [20, 10],
        [0, 10],
      ],
    ],
    { A: [box(0, 0, 20, 10)] },
  );

  it('does not move', () => {
    const edge: [[number, number], [number, number]] = [at(20, 0), at(20, 10)];
    const bend = { edge, at: at(18, 5) };
    expect(reason(document, insertVertex, bend)).toBe('edit.redraw.refused.outline');
  });
});

describe('rings that came broken from a file', () => {
  // C has a part of one position and an empty one; D goes twice along the border of B.
  const broken = area([[25, 5]]).coordinates.map((ring) => ring.slice(0, 1));
  const document = district([box(0, 0, 40, 10)], {
    A: [box(0, 0, 10, 10)],
    B: [box(10, 0, 20, 10)],
    C: {
      shape: 'block',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [area(box(20, 0, 30, 10)).coordinates, broken, [[]]],
      },
    },
    D: [
      [
        [20, 10],
        [10, 10],
        [10, 2],
        [15, 2],
        [15, 9],
        [10, 9],
        [10, 1],
        [20, 0],
      ],
    ],
  });

  it('are no reason to fail when borders are smoothed or simplified', () => {
    const zoneId = zoneNamed(document, 'C').id;
    expect(reason(document, smoothBorder, { zoneId })).toBe('edit.refused.unchanged');
    expect(reason(document, simplifyBorder, { zoneId, toleranceM: 1 })).toBe(
      'edit.refused.unchanged',
    );
  });

  it('do not stop edits beside them', () => {
    const zoneId = zoneNamed(document, 'B').id;
    const lines = [line([9, 5], [21, 5.3]), line([9, 7], [21, 3])];
    expect(reason(document, splitZone, { zoneId, lines, newId: idOf(900) })).toBe('done');
  });
});

describe('places too far from the district', () => {
  const document = district([box(0, 0, 20, 10)], { A: [box(0, 0, 20, 10)] });

  it('are refused like those off the map', () => {
    const far = { from: at(0, 0), to: [-180, -90] as [number, number], allowInvalid: true };
    const site = {
      ground: { at: [-180, -90] as [number, number], radiusM: 100 },
      newId: idOf(900),
      name: '点',
      parentId: null,
    };
    expect(runCommand(document, moveVertex, far)).toEqual({ refused: 'edit.refused.offTheMap' });
    expect(runCommand(document, drawSite, site)).toEqual({ refused: 'edit.refused.offTheMap' });
  });
});

describe('zones of two communities', () => {
  const community = (n: number, name: string, x: number) =>
    record('community', n, {
      streetId: idOf(3),
      name,
      code: name,
      geometry: area(box(x, 0, x + 10, 10)),
    });
  const street = record('street', 3, {
    districtId: idOf(2),
    name: '街',
    code: '1',
    geometry: area(box(0, 0, 20, 10)),
  });

  it('belong to the street when they are merged', async () => {
    const zone = (n: number, x: number) => ({
      shape: 'block',
      parentId: idOf(n),
      geometry: area(box(x, 0, x + 10, 10)),
    });
    const document = district([box(0, 0, 20, 10)], { A: zone(20, 0), B: zone(21, 10) }, [
      street,
      community(20, '甲', 0),
      community(21, '乙', 10),
    ]);
    const zoneIds = ['A', 'B'].map((name) => zoneNamed(document, name).id);
    const next = await redrawn(document, mergeZones, { zoneIds });
    expect(zoneNamed(next, 'A').parentId).toBe(street.id);
  });
});
