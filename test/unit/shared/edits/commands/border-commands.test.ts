import { describe, expect, it } from 'vitest';
import type { CommandResult } from '#shared/edits/command.ts';
import { changeBorder } from '#shared/edits/commands/change-border.ts';
import { redrawBorder } from '#shared/edits/commands/redraw-border.ts';
import { registerBorder } from '#shared/edits/commands/register-border.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { box } from '#test/unit/shared/checks/given.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

/*
 *   .00   .01   .02
 *   ┌─────┬─────┐ .02
 *   │  4  │  5  │        all of one district; 6 is a community on the ground of 4
 *   │     ●     │ .01    ● a vertex on the border
 *   └─────┴─────┘ .00
 */
const border: LonLat[] = [
  [116.01, 40],
  [116.01, 40.01],
  [116.01, 40.02],
];
const given = () =>
  new Document([
    record('district', 2, {
      name: '区',
      code: '1',
      geometry: { type: 'Polygon', coordinates: [box(116, 40, 116.02, 40.02)] },
    }),
    record('street', 4, {
      districtId: idOf(2),
      name: '西街',
      code: '4',
      geometry: {
        type: 'Polygon',
        coordinates: [[[116, 40], ...border, [116, 40.02], [116, 40]]],
      },
    }),
    record('street', 5, {
      districtId: idOf(2),
      name: '东街',
      code: '5',
      geometry: {
        type: 'Polygon',
        coordinates: [[[116.02, 40], [116.02, 40.02], ...border.toReversed(), [116.02, 40]]],
      },
    }),
    record('community', 6, {
      streetId: idOf(4),
      name: '社区',
      code: '6',
      geometry: { type: 'Polygon', coordinates: [box(116, 40, 116.01, 40.02)] },
    }),
  ]);
const terms = {
  name: '东西街界',
  follows: 'centre-line',
  basis: '规划图',
  decision: '',
  decidedOn: null,
  disputed: false,
} as const;
const registered = (document: Document, lines: LonLat[][] = [border], id = 7) =>
  registerBorder(document, { newId: idOf(id), partyIds: [idOf(5), idOf(4)], lines, terms });
function done(document: Document, result: CommandResult) {
  if ('refused' in result) throw new Error(result.refused);
  document.apply(result.patch);
  return result;
}

describe('the border register', () => {
  it('takes the border of two neighbours, and can be undone', () => {
    const document = given();
    const { patch, label } = done(document, registered(document));
    expect(label).toEqual({ key: 'edit.registerBorder', params: { title: '东西街界' } });
    expect(document.find('border', idOf(7))).toMatchObject({
      geometry: { type: 'LineString', coordinates: border },
      follows: 'centre-line',
    });
    document.apply(reversePatch(patch));
    expect(document.all('border')).toEqual([]);
  });

  it('takes stretches one by one, but none twice', () => {
    const document = given();
    done(document, registered(document, [border.slice(0, 2)]));
    done(document, registered(document, [border.slice(1)], 8));
    expect(registered(document, [border.slice(1)], 9)).toMatchObject({
      refused: 'edit.refused.borderTwice',
      params: { first: '东街', second: '西街' },
    });
  });

  it('refuses what is not their border, and parties that have none', () => {
    const document = given();
    const beside: LonLat[] = [
      [116.011, 40],
      [116.011, 40.02],
    ];
    expect(registered(document, [beside])).toMatchObject({ refused: 'edit.refused.borderCourse' });
    const parties = (a: number, b: number) =>
      registerBorder(document, {
        newId: idOf(7),
        partyIds: [idOf(a), idOf(b)],
        lines: [border],
        terms,
      });
    for (const other of [4, 6, 99]) {
      expect(parties(4, other)).toEqual({ refused: 'edit.refused.borderParties' });
    }
  });

  it('says in its label what a change does to a dispute', () => {
    const document = given();
    done(document, registered(document));
    const change = (to: object) =>
      done(document, changeBorder(document, { id: idOf(7), terms: to })).label.key;
    expect(change({ disputed: true })).toBe('edit.disputeBorder');
    expect(change({ basis: '会议纪要' })).toBe('edit.changeBorder');
    expect(change({ disputed: false })).toBe('edit.settleBorder');
    expect(changeBorder(document, { id: idOf(7), terms: {} })).toEqual({
      refused: 'edit.refused.unchanged',
    });
    expect(changeBorder(document, { id: idOf(99), terms: {} })).toEqual({
      refused: 'edit.refused.missing',
    });
  });

  it('gives an entry another course on the same border', () => {
    const document = given();
    done(document, registered(document));
    const half = [border.slice(0, 2)];
    done(document, redrawBorder(document, { id: idOf(7), lines: half }));
    expect(document.find('border', idOf(7))?.geometry).toEqual({
      type: 'LineString',
      coordinates: half[0],
    });
    const aside: LonLat[] = [
      [116.01, 40],
      [116.01, 40.02],
    ];
    expect(redrawBorder(document, { id: idOf(7), lines: [aside] })).toMatchObject({
      refused: 'edit.refused.borderCourse',
    });
  });
});
