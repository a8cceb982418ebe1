import { describe, expect, it } from 'vitest';
import { lockSource } from '#renderer/map/sources/locks.ts';
import type { Document } from '#shared/edits/document.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

//  +---+---+---+
//  | A | B | C |
//  +---+---+---+
const plan = () =>
  district([box(0, 0, 30, 10)], {
    A: [box(0, 0, 10, 10)],
    B: [box(10, 0, 20, 10)],
    C: [box(20, 0, 30, 10)],
  });

const lockOf = (n: number, what: object) => record('lock', n, { name: '锁', what });

function drawn(document: Document) {
  const source = lockSource();
  runSteps(source.fill!([], document));
  const take = () => {
    const diff = source.feed.takeDiff();
    return {
      added: (diff?.add ?? []).map(({ properties }) => properties?.['part'] as string).sort(),
      removed: diff?.remove?.length ?? 0,
    };
  };
  return {
    take,
    change: (from: AnyRecord | null, to: AnyRecord | null) => {
      const record_ = (to ?? from)!;
      const patch = emptyPatch();
      if (from && to) patch.updated[record_.id] = [from, to];
      else if (to) patch.added[record_.id] = to;
      else if (from) patch.removed[record_.id] = from;
      document.apply(patch);
      source.update(new Map([[record_.id, to]]), document);
    },
  };
}

describe('locks on the map', () => {
  it('are the ground or the line with a sign, and a veil over all but some zones', () => {
    const document = plan();
    const shown = drawn(document);
    expect(shown.take().added).toEqual([]);
    shown.change(null, lockOf(0x71, { of: 'zone', zoneId: zoneNamed(document, 'A').id }));
    expect(shown.take().added).toEqual(['sign', 'zone']);
    const geometry = { type: 'LineString', coordinates: line([20, 0], [20, 10]) };
    const border = lockOf(0x72, { of: 'border', geometry });
    shown.change(null, border);
    expect(shown.take().added).toEqual(expect.arrayContaining(['border', 'sign']));
    shown.change(null, lockOf(0x73, { of: 'outside', zoneIds: [zoneNamed(document, 'B').id] }));
    expect(shown.take().added).toContain('veil');
    shown.change(border, null);
    expect(shown.take().removed).toBe(2);
  });

  it('follow the zone they speak of, and no other', () => {
    const document = plan();
    const shown = drawn(document);
    shown.change(null, lockOf(0x71, { of: 'zone', zoneId: zoneNamed(document, 'A').id }));
    shown.take();
    const [a, c] = [zoneNamed(document, 'A'), zoneNamed(document, 'C')];
    const narrow = { type: 'Polygon', coordinates: [line([0, 0], [9, 0], [9, 9], [0, 0])] };
    shown.change(c, { ...c, geometry: narrow } as AnyRecord);
    expect(shown.take().added).toEqual([]);
    shown.change(a, { ...a, geometry: narrow } as AnyRecord);
    expect(shown.take().added).toEqual(['sign', 'zone']);
  });
});
