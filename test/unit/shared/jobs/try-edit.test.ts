import { describe, expect, it } from 'vitest';
import { type EditOutcome, tryEdit } from '#shared/jobs/try-edit.ts';
import { lock } from '#shared/model/lock.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at, line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

//  +-------+-------+
//  | A  .. |   B   |      two points in the right half of A
//  +-------+-------+
const plan = () =>
  district([box(0, 0, 40, 10)], { A: [box(0, 0, 20, 10)], B: [box(20, 0, 40, 10)] }, [
    record('point', 0x50, { name: '甲', pointKind: 'market', position: at(16, 5) }),
    record('point', 0x51, { name: '乙', pointKind: 'market', position: at(18, 5) }),
  ]);

function consequences(outcome: EditOutcome) {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.consequences.map(({ name, points, areaM2 }) => [name, points, Math.sign(areaM2)]);
}

describe('trying an edit', () => {
  it('tells what each zone gains and loses, and changes nothing', () => {
    const document = plan();
    const [a, b] = ['A', 'B'].map((name) => zoneNamed(document, name).id) as [string, string];
    const ring = [...line([14, -1], [20, -1], [20, 11], [14, 11], [14, -1])];
    const part = { type: 'Polygon' as const, coordinates: [ring] };
    const args = { fromId: a, toId: b, part };
    const outcome = tryEdit(document, { command: 'givePart', args }, []);
    expect(consequences(outcome).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['A', -2, -1],
      ['B', 2, 1],
    ]);
    expect('moves' in outcome && outcome.moves.map(({ to }) => to)).toEqual([b]);
    expect(zoneNamed(document, 'A').geometry.coordinates).toEqual([
      [...line([0, 0], [20, 0], [20, 10], [0, 10], [0, 0])],
    ]);
  });

  it('tells what a merge brings the zone that keeps its people', () => {
    const document = plan();
    const zoneIds = ['B', 'A'].map((name) => zoneNamed(document, name).id);
    const outcome = tryEdit(document, { command: 'mergeZones', args: { zoneIds } }, []);
    expect(consequences(outcome)).toContainEqual(['B', 2, 1]);
  });

  it('holds it against locks that the document itself does not have', () => {
    const document = plan();
    const zoneId = zoneNamed(document, 'B').id;
    const held = lock.parse({
      kind: 'lock',
      id: idOf(0x60),
      name: '锁',
      what: { of: 'zone', zoneId },
    });
    const zoneIds = [zoneId, zoneNamed(document, 'A').id];
    expect(tryEdit(document, { command: 'mergeZones', args: { zoneIds } }, [held])).toMatchObject({
      refused: 'edit.redraw.refused.lockedZonePlainly',
    });
  });

  it('splits by work where the work is, not in the middle', () => {
    const document = plan();
    const zoneId = zoneNamed(document, 'A').id;
    const args = { zoneId, parts: 2, newId: idOf(0x70) };
    const outcome = tryEdit(document, { command: 'splitByWork', args }, []);
    const pointsOfNew = consequences(outcome).find(([name]) => name !== 'A');
    expect(pointsOfNew?.[1]).toBe(1);
    const evenly = tryEdit(document, { command: 'splitEvenly', args }, []);
    expect(consequences(evenly).find(([name]) => name !== 'A')?.[1]).not.toBe(1);
  });

  it('makes bare ground a zone, and says where there is none', () => {
    const document = district([box(0, 0, 40, 10)], { A: [box(0, 0, 20, 10)] });
    const form = { newId: idOf(0x70), name: '新', parentId: null, on: '2026-06-01' };
    const there = tryEdit(document, { command: 'fillGap', args: { ...form, at: at(30, 5) } }, []);
    expect(consequences(there)).toEqual([['新', 0, 1]]);
    const covered = tryEdit(document, { command: 'fillGap', args: { ...form, at: at(5, 5) } }, []);
    expect(covered).toMatchObject({ refused: 'edit.redraw.refused.noGap' });
  });
});
