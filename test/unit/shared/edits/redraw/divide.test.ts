import { describe, expect, it } from 'vitest';
import { cutOut } from '#shared/edits/commands/cut-out.ts';
import { drawZone } from '#shared/edits/commands/draw-zone.ts';
import { fillGap } from '#shared/edits/commands/fill-gap.ts';
import { givePart } from '#shared/edits/commands/give-part.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import {
  area,
  box,
  district,
  findingsOf,
  on,
  zoneNamed,
  after,
} from '#test/unit/shared/edits/repair/district.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at, line, reason, redrawn, size, sketch } from './redrawn.ts';

const newId = idOf(0x900);
const outline = [box(0, 0, 20, 10)];
const two = () => district(outline, { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)] });
const id = (document: ReturnType<typeof two>, name: string) => zoneNamed(document, name).id;
const names = (document: ReturnType<typeof two>) => document.all('zone').map(({ name }) => name);

describe('splitZone', () => {
  //  +--:--+-----+
  //  |A :  |  B  |    the larger part stays A
  //  +--:--+-----+
  it('splits along a line that reaches beyond the zone', async () => {
    const document = two();
    const lines = [line([4, -3], [4, 13])];
    const next = await redrawn(document, splitZone, { zoneId: id(document, 'A'), lines, newId });
    expect(names(next)).toEqual(['A', 'B', 'A-2']);
    expect([size(next, 'A'), size(next, 'A-2')]).toEqual([60, 40]);
    expect(zoneNamed(next, 'B')).toBe(zoneNamed(document, 'B'));
  });

  //  +-----+-----+
  //  |A''':|  B  |    the neighbour gets the corner in which the line meets its border
  //  +-----+-----+
  it('gives a neighbour the corner on the common border', async () => {
    const document = two();
    const lines = [line([-2, 5], [12, 5.5])];
    const next = await redrawn(document, splitZone, { zoneId: id(document, 'A'), lines, newId });
    expect(sketch(next, 'B')).toBe('10,0 20,0 20,10 10,10 10,5.43');
  });

  //  +---:-:---+
  //  |A  : :   |   three parts by two lines, four where they cross
  it('splits by several lines, crossing or not', async () => {
    const document = two();
    const zoneId = id(document, 'A');
    const across = [line([3, -1], [3, 11]), line([6, -1], [6, 11])];
    const three = await redrawn(document, splitZone, { zoneId, lines: across, newId });
    expect(names(three)).toEqual(['A', 'B', 'A-2', 'A-3']);
    const crossing = [line([3, -1], [3, 11]), line([-1, 3], [11, 3.3])];
    const wanted = { zoneId, lines: crossing, newId, names: ['西', '南'] };
    const four = await redrawn(document, splitZone, wanted);
    expect(names(four)).toEqual(['A', 'B', '西', '南', 'A-2']);
  });

  //  +---------+
  //  | A +-+   |   a line through a hole parts the ring round it
  //  |...| |...|   only when it goes out on both sides
  //  |   +-+   |
  it('splits a zone with a hole', async () => {
    const document = district([box(0, 0, 10, 10)], {
      A: [box(0, 0, 10, 10), box(4, 4, 6, 6)],
      I: [box(4, 4, 6, 6)],
    });
    const zoneId = id(document, 'A');
    expect(reason(document, splitZone, { zoneId, lines: [line([-1, 5], [5, 5])], newId })).toBe(
      'edit.redraw.refused.noCut',
    );
    const lines = [line([-1, 5], [11, 5])];
    const next = await redrawn(document, splitZone, { zoneId, lines, newId });
    expect([size(next, 'A'), size(next, 'A-2')]).toEqual([48, 48]);
    expect(zoneNamed(next, 'A').geometry.coordinates).toHaveLength(1);
  });

  //  +--+  +--+
  //  |A |  |A |   the part that no line reaches stays
  //  +--+--+--+
  it('splits one part of a zone in several', async () => {
    const parts = [box(0, 0, 5, 10), box(10, 0, 20, 10)].map((ring) => area(ring).coordinates);
    const document = district(outline, {
      A: { shape: 'block', geometry: { type: 'MultiPolygon', coordinates: parts } },
      B: [box(5, 0, 10, 10)],
    });
    const lines = [line([13, -1], [13, 11])];
    const next = await redrawn(document, splitZone, { zoneId: id(document, 'A'), lines, newId });
    expect([size(next, 'A'), size(next, 'A-2'), size(next, 'B')]).toEqual([120, 30, 50]);
  });

  it('refuses a line that parts nothing, a zone without rings, and a place off the map', () => {
    const strip = {
      shape: 'strip',
      widthM: 5,
      geometry: { type: 'LineString', coordinates: line([1, 1], [5, 5]) },
    };
    const document = district(outline, { A: [box(0, 0, 20, 10)], R: strip });
    const zoneId = id(document, 'A');
    const cut = (lines: [number, number][][]) =>
      reason(document, splitZone, { zoneId, lines: lines.map((one) => line(...one)), newId });
    expect(
      cut([
        [
          [1, 1],
          [5, 5],
        ],
      ]),
    ).toBe('edit.redraw.refused.noCut');
    expect(
      cut([
        [
          [-5, -5],
          [-5, 15],
        ],
      ]),
    ).toBe('edit.redraw.refused.noCut');
    expect(
      cut([
        [
          [1, 1],
          [5, 1e9],
        ],
      ]),
    ).toBe('edit.refused.offTheMap');
    const road = { zoneId: id(document, 'R'), lines: [line([3, 0], [3, 9])], newId };
    expect(reason(document, splitZone, road)).toBe('edit.repairRefused.fixedShape');
  });
});

describe('splitEvenly', () => {
  it.each([2, 3, 5, 8])('makes %i parts of equal area', async (parts) => {
    //  +-------+
    //  | A  +--+
    //  |    |
    //  +----+
    const ell = [
      [0, 0],
      [9, 0],
      [9, 5],
      [20, 5],
      [20, 10],
      [0, 10],
    ];
    const document = district([ell], { A: [ell] });
    const next = await redrawn(document, splitEvenly, { zoneId: id(document, 'A'), parts, newId });
    const sizes = names(next).map((name) => size(next, name));
    for (const each of sizes) expect(each).toBeCloseTo(145 / parts, 1);
    for (const zone of next.all('zone')) expect(zone.geometry.type).toBe('Polygon');
  });

  it('makes parts of equal work', async () => {
    const document = two();
    const places = [1, 2, 3, 9].map((x) => ({ position: at(x, x), weight: 1 }));
    const work = { places, perM2: 0 };
    const args = { zoneId: id(document, 'A'), parts: 2, work, newId };
    const next = await redrawn(document, splitEvenly, args);
    // Two of the four on each side, wherever the cut runs.
    expect(names(next)).toHaveLength(3);
    expect(size(next, 'A') + size(next, 'A-2')).toBeCloseTo(100, 1);
    expect(reason(document, splitEvenly, { ...args, parts: 1 })).toBe('edit.redraw.refused.parts');
  });
});

describe('mergeZones', () => {
  //  +--+--+--+
  //  |A |B |C |   ->   | A | C |, and the corner that the neighbour below has stays
  //  +--+-.+--+
  it('makes zones one, and removes what hung on the others', async () => {
    const post = record('post', 0x50, {
      role: 'chief',
      personId: null,
      level: 'zone',
      targetId: idOf(101),
      from: '2026-01-01',
    });
    const document = district(
      outline,
      { A: [box(0, 0, 7, 10)], B: [box(7, 0, 14, 10)], C: [box(14, 0, 20, 10)] },
      [post],
    );
    const zoneIds = [id(document, 'A'), id(document, 'B')];
    const next = await redrawn(document, mergeZones, { zoneIds });
    expect(names(next)).toEqual(['A', 'C']);
    expect(sketch(next, 'A')).toBe('0,0 7,0 14,0 14,10 7,10 0,10');
    expect(next.all('post')).toEqual([]);
    expect(zoneNamed(next, 'C')).toBe(zoneNamed(document, 'C'));
  });

  it('makes one zone in parts of zones that do not touch, and fills a hole with its enclave', async () => {
    const document = district(outline, {
      A: [box(0, 0, 7, 10)],
      B: [box(7, 0, 14, 10), box(9, 4, 11, 6)],
      C: [box(14, 0, 20, 10)],
      I: [box(9, 4, 11, 6)],
    });
    const apart = await redrawn(document, mergeZones, {
      zoneIds: [id(document, 'A'), id(document, 'C')],
      name: '东西',
    });
    expect(zoneNamed(apart, '东西').geometry.type).toBe('MultiPolygon');
    const whole = await redrawn(document, mergeZones, {
      zoneIds: [id(document, 'B'), id(document, 'I')],
    });
    expect(sketch(whole, 'B')).toBe('7,0 14,0 14,10 7,10');
    expect(zoneNamed(whole, 'B').geometry.coordinates).toHaveLength(1);
  });

  //  +---+--+
  //  |   |B |   B has a corner on A's straight border: no sliver is left inside
  //  | A +--+
  //  |   |C |
  it('leaves nothing of the border between them', async () => {
    const document = district(outline, {
      A: [box(0, 0, 10, 10)],
      B: [box(10, 5, 20, 10)],
      C: [box(10, 0, 20, 5)],
    });
    const zoneIds = ['A', 'B', 'C'].map((name) => id(document, name));
    const next = await redrawn(document, mergeZones, { zoneIds });
    expect(size(next, 'A')).toBe(200);
    expect(zoneNamed(next, 'A').geometry.coordinates).toHaveLength(1);
    expect(reason(document, mergeZones, { zoneIds: zoneIds.slice(0, 1) })).toBe(
      'edit.redraw.refused.mergeNeedsTwo',
    );
  });
});

describe('givePart', () => {
  //  +-----+-----+
  //  | A +-|-+ B |   what the drawn part covers of A goes to B
  //  |   +-|-+   |
  //  +-----+-----+
  it('gives a neighbour what is drawn', async () => {
    const document = two();
    const part = area(box(8, 2, 12, 5)) as never;
    const args = { fromId: id(document, 'A'), toId: id(document, 'B'), part };
    const next = await redrawn(document, givePart, args);
    expect([size(next, 'A'), size(next, 'B')]).toEqual([94, 106]);
    expect(sketch(next, 'B')).toBe('10,0 20,0 20,10 10,10 10,5 8,5 8,2 10,2');
  });

  it('removes a zone left without ground only when it may', async () => {
    const document = two();
    const part = area(box(-1, -1, 11, 11)) as never;
    const args = { fromId: id(document, 'A'), toId: id(document, 'B'), part };
    expect(reason(document, givePart, args)).toBe('edit.repairRefused.vanish');
    const next = await redrawn(document, givePart, { ...args, mayVanish: true });
    expect(names(next)).toEqual(['B']);
    expect(size(next, 'B')).toBe(200);
  });
});

describe('paintGround', () => {
  //  +--+--+--+
  //  |  |##|  |   cells painted over the border of A and B, and a cell that nobody has
  //  +--+--+--+
  it('takes ground from all zones of the kind, and from nobody', async () => {
    const document = district(outline, { A: [box(0, 0, 10, 10)], B: [box(10, 0, 16, 10)] });
    const units = [area(box(8, 0, 12, 5)), area(box(16, 5, 20, 10))] as never[];
    const result = paintGround(document, { toId: id(document, 'B'), units });
    if ('refused' in result) throw new Error(result.refused);
    const next = after(document, result.patch);
    expect([size(next, 'A'), size(next, 'B')]).toEqual([90, 90]);
    const found = await findingsOf(next);
    expect(found.map(({ rule }) => rule)).toEqual(['gap']);
  });

  it('stays inside the community of the receiver unless it may not', async () => {
    const community = record('community', 0x60, {
      streetId: null,
      name: '东王庄',
      code: '1',
      geometry: area(box(10, 0, 20, 10)),
    });
    const document = district(outline, { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)] }, [
      community,
    ]);
    document.apply({
      added: {},
      removed: {},
      updated: {
        [id(document, 'B')]: [
          zoneNamed(document, 'B'),
          { ...zoneNamed(document, 'B'), parentId: community.id },
        ],
      },
    });
    const args = { toId: id(document, 'B'), units: [area(box(8, 0, 12, 5))] as never[] };
    expect(reason(document, paintGround, args)).toBe('edit.redraw.refused.beyondParent');
    expect(reason(document, paintGround, { ...args, beyondLevels: true })).toBe('done');
  });
});

describe('cutOut', () => {
  const form = { newId, name: '新片', parentId: null };
  const args = (document: ReturnType<typeof two>, part: ReturnType<typeof box>) => ({
    ...form,
    fromId: id(document, 'A'),
    part: area(part) as never,
    to: 'zone' as const,
  });

  //  +---------+---------+
  //  | A     +-|---+     |
  //  |       |N|   |  B  |   the piece reaches into B, which loses nothing
  //  |       +-|---+     |
  //  +---------+---------+
  it('takes from one zone alone', async () => {
    const document = two();
    const next = await redrawn(document, cutOut, args(document, box(8, 3, 13, 6)));
    expect([size(next, 'A'), size(next, 'B'), size(next, '新片')]).toEqual([94, 100, 6]);
  });

  it('leaves a hole to nobody only when it may: a gap from then on', async () => {
    const document = two();
    const bare = { ...args(document, box(3, 3, 6, 6)), to: 'nobody' as const };
    expect(reason(document, cutOut, bare)).toBe('edit.redraw.refused.leavesBare');
    const result = cutOut(document, { ...bare, allowInvalid: true });
    if ('refused' in result) throw new Error(result.refused);
    expect(result.label).toEqual({
      key: 'edit.redraw.cutBare',
      params: { from: 'A', area: expect.any(Number) },
    });
    const next = after(document, result.patch);
    expect(size(next, 'A')).toBe(91);
    expect(next.all('zone')).toHaveLength(2);
    const found = await findingsOf(next);
    expect(found.map(({ rule }) => rule)).toEqual(['gap']);
    const back = after(next, reversePatch(result.patch));
    for (const one of document.everything()) expect(back.get(one.id)).toBe(one);
  });

  it('refuses what it cannot cut', () => {
    const document = two();
    const cut = (part: ReturnType<typeof box>, more = {}) =>
      reason(document, cutOut, { ...args(document, part), ...more });
    expect(cut(box(12, 3, 14, 6))).toBe('edit.redraw.refused.cutsNothing');
    expect(cut(box(-1, -1, 11, 11))).toBe('edit.repairRefused.vanish');
    expect(cut(box(3, 3, 6, 6), { fromId: newId })).toBe('edit.refused.missing');
  });
});

describe('drawZone and fillGap', () => {
  const form = { newId, name: '新片', parentId: null };

  //  +---------+
  //  | A +--+  |
  //  |   |N |  |   an enclave
  //  |   +--+  |
  it('cuts an enclave', async () => {
    const document = two();
    const next = await redrawn(document, drawZone, {
      ...form,
      part: area(box(3, 3, 6, 6)) as never,
    });
    expect([size(next, 'A'), size(next, '新片')]).toEqual([91, 9]);
    expect(zoneNamed(next, 'A').geometry.coordinates).toHaveLength(2);
  });

  it('fills the gap that was clicked', async () => {
    const document = district(outline, { A: [box(0, 0, 10, 10)], B: [box(10, 0, 16, 10)] });
    expect(reason(document, fillGap, { ...form, at: at(5, 5), on })).toBe(
      'edit.redraw.refused.noGap',
    );
    const result = fillGap(document, { ...form, at: at(18, 5), on });
    if ('refused' in result) throw new Error(result.refused);
    const next = after(document, result.patch);
    expect(size(next, '新片')).toBe(40);
    expect(await findingsOf(next)).toEqual([]);
  });
});
