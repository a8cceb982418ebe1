import { expect, it } from 'vitest';
import { raisedToStreet } from '#shared/edits/redraw/raised-to-street.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

const streetId = idOf(0x10);
const [west, east] = [idOf(0x11), idOf(0x12)];

//  +---------+---------+
//  |  A (w)  |  B (e)  |   communities w and e of one street; A is to reach into e, B only loses ground
//  +---------+---------+
it('zones that come to reach beyond their community belong to its street then', () => {
  const community = (n: number, x0: number, x1: number) =>
    record('community', n, { name: '社', code: '', streetId, geometry: area(box(x0, 0, x1, 10)) });
  const street = record('street', 0x10, {
    name: '街',
    code: '',
    districtId: idOf(2),
    geometry: area(box(0, 0, 20, 10)),
  });
  const block = (x0: number, x1: number, parentId: string) => ({
    shape: 'block',
    parentId,
    geometry: area(box(x0, 0, x1, 10)),
  });
  const document = district(
    [box(0, 0, 20, 10)],
    { A: block(0, 10, west), B: block(10, 20, east) },
    [street, community(0x11, 0, 10), community(0x12, 10, 20)],
  );
  const [A, B] = [zoneNamed(document, 'A'), zoneNamed(document, 'B')];
  const patch = {
    ...emptyPatch(),
    updated: {
      [A.id]: [A, { ...A, geometry: area(box(0, 0, 13, 10)) }],
      [B.id]: [B, { ...B, geometry: area(box(13, 0, 20, 10)) }],
    } as unknown as Record<string, [AnyRecord, AnyRecord]>,
  };
  const { updated } = raisedToStreet(document, patch);
  expect(updated[A.id]?.[1]).toMatchObject({ parentId: streetId });
  expect(updated[B.id]?.[1]).toMatchObject({ parentId: east });
});
