import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { applyFix } from '#shared/edits/apply-fix.ts';
import { mendFindings } from '#shared/edits/commands/mend-findings.ts';
import type { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { proposeMends } from '#shared/model/propose-mends.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { after, area, box, district, findingsOf, on } from './district.ts';

type Rings = Parameters<typeof area>;

const outline = [box(0, 0, 20, 10)];

/** Streets, communities (by street) and zones (by parent) over one outline; ids follow names. */
function levels(given: {
  streets?: Record<string, Rings>;
  communities?: Record<string, [street: string, rings: Rings]>;
  zones?: Record<string, [parent: string | null, rings: Rings]>;
}): Document {
  const ids = new Map<string, string>();
  const idFor = (name: string, first: number) => {
    const id = idOf(first + ids.size);
    ids.set(name, id);
    return id;
  };
  const streets = Object.entries(given.streets ?? {}).map(([name, rings]) => ({
    ...record('street', 1, { name, code: '', districtId: idOf(2), geometry: area(...rings) }),
    id: idFor(name, 300),
  }));
  const communities = Object.entries(given.communities ?? {}).map(([name, [street, rings]]) => ({
    ...record('community', 1, {
      name,
      code: '',
      streetId: ids.get(street) ?? null,
      geometry: area(...rings),
    }),
    id: idFor(name, 400),
  }));
  const zones = Object.fromEntries(
    Object.entries(given.zones ?? {}).map(([name, [parent, rings]]) => [
      name,
      {
        shape: 'block',
        geometry: area(...rings),
        parentId: parent === null ? null : (ids.get(parent) ?? null),
      },
    ]),
  );
  return district(outline, zones, [...streets, ...communities] as never);
}

const nameOf = (document: Document, id: string) => {
  const found = document.get(id);
  return found && 'name' in found ? found.name : id;
};

/** A fix as `kind names…`. */
const said = (document: Document, fix: Finding['fixes'][number]) =>
  Object.values(fix)
    .map((value) => (typeof value === 'string' ? nameOf(document, value) : ''))
    .join(' ');

const groundOf = (findings: readonly Finding[]) =>
  findings.filter(({ geometry }) => geometry !== null);

/**
 * Every fix of every finding between levels, each applied to the document as it was. The finding has
 * to be gone, and undo brings everything back; answers the fixes with the rules found afterwards.
 */
async function everyFix(document: Document): Promise<Record<string, string[]>> {
  const before = groundOf(await findingsOf(document));
  const told: Record<string, string[]> = {};
  for (const finding of before.filter(({ rule }) => rule === 'nesting')) {
    expect(finding.fixes.length, finding.message.key).toBeGreaterThan(0);
    for (const fix of finding.fixes) {
      const result = applyFix(document, { target: finding, fix, on });
      const what = said(document, fix);
      if ('refused' in result) throw new Error(`${what}: ${result.refused}`);
      const mended = after(document, result.patch);
      const left = groundOf(await findingsOf(mended));
      const same = left.filter(
        ({ message, at, recordIds }) =>
          message.key === finding.message.key &&
          recordIds.join() === finding.recordIds.join() &&
          Math.hypot(...at.map((x, i) => x - (finding.at[i] ?? 0))) < 1e-6,
      );
      expect(same, what).toEqual([]);
      mended.apply(reversePatch(result.patch));
      for (const each of document.everything()) expect(mended.get(each.id)).toEqual(each);
      told[what] = left.map(({ message }) => message.key).toSorted();
    }
  }
  return told;
}

const whole = { Z: [null, outline] } as { Z: [null, Rings] };

describe('every fix between levels', () => {
  // +--S1--+--S2--+     Z1 names C1 and reaches into C2, beside Z2
  // | C1 ..|  C2  |
  // | Z1 ..| Z2   |
  // +------+------+
  it('brings a zone back that lies in two communities', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 10, 10)], S2: [box(10, 0, 20, 10)] },
      communities: { C1: ['S1', [box(0, 0, 10, 10)]], C2: ['S2', [box(10, 0, 20, 10)]] },
      zones: { Z1: ['C1', [box(0, 0, 12, 10)]], Z2: ['C2', [box(12, 0, 20, 10)]] },
    });
    expect(await everyFix(document)).toEqual({
      'hand-over Z1 Z2': [],
      'grow-parent C1': [],
      'cut-child Z1': ['gap.between'],
    });
  });

  it('offers the parent in which most of it lies first', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 10, 10)], S2: [box(10, 0, 20, 10)] },
      communities: { C1: ['S1', [box(0, 0, 10, 10)]], C2: ['S2', [box(10, 0, 20, 10)]] },
      zones: {
        Z1: ['C1', [box(0, 0, 10, 10)]],
        Z2: ['C1', [box(10, 0, 15, 10)]],
        Z3: ['C2', [box(15, 0, 20, 10)]],
      },
    });
    const told = await everyFix(document);
    expect(Object.keys(told)[0]).toBe('change-parent Z2 C2');
    expect(told['change-parent Z2 C2']).toEqual([]);
  });

  // +--S1--+--+-S2--+
  // |  C1  |//|  C2 |     nobody's but a zone's of C1
  // +------+--+-----+
  it('lets the levels take over what only a zone has', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 8, 10)], S2: [box(10, 0, 20, 10)] },
      communities: { C1: ['S1', [box(0, 0, 8, 10)]], C2: ['S2', [box(10, 0, 20, 10)]] },
      zones: { Z1: ['C1', [box(0, 0, 10, 10)]], Z2: ['C2', [box(10, 0, 20, 10)]] },
    });
    expect(await everyFix(document)).toEqual({
      'fill-parent S1': ['nesting.outside', 'nesting.without-community'],
      'fill-parent S2': ['nesting.outside', 'nesting.without-community'],
      'grow-parent C1': [],
      'cut-child Z1': ['gap.between'],
    });
  });

  it('lets a street give up what none of its communities has, or fills it', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 10, 10)], S2: [box(10, 0, 20, 10)] },
      communities: { C1: ['S1', [box(0, 0, 8, 10)]] },
      zones: whole,
    });
    expect(await everyFix(document)).toEqual({
      'fill-parent C1': [],
      'shrink-parent S1': ['nesting.without-street'],
    });
  });

  // Two lines that cross off the grid: the streets overlap in one half and leave a gap in the other.
  it('divides what two streets both claim, the one whose zones stand there first', async () => {
    const document = levels({
      streets: {
        S1: [
          [
            [0, 0],
            [9.337, 0],
            [11.1234, 10],
            [0, 10],
          ],
        ],
        S2: [
          [
            [10, 0],
            [20, 0],
            [20, 10],
            [10, 10],
          ],
        ],
      },
      zones: {
        Z1: ['S1', [box(0, 0, 10, 10)]],
        Z2: ['S2', [box(10, 0, 20, 10)]],
      },
    });
    const told = await everyFix(document);
    expect(Object.keys(told)).toEqual([
      'keep-child S2',
      'keep-child S1',
      'grow-parent S1',
      'cut-child Z1',
      'fill-parent S1',
      'fill-parent S2',
    ]);
  });

  it('cuts a street back to the outline', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 10, 10)], S2: [box(10, 0, 23, 10)] },
      zones: whole,
    });
    expect(await everyFix(document)).toEqual({ 'cut-child S2': [] });
  });

  it('draws a border of two communities along either, and that of a street along its own', async () => {
    const crooked = (x: number): Rings[0] => [
      [0, 0],
      [x, 0],
      [x + 0.003, 3],
      [x - 0.0017, 7],
      [x, 10],
      [0, 10],
    ];
    const document = levels({
      streets: { S1: [box(0, 0, 20, 10)] },
      communities: { C1: ['S1', [crooked(10)]], C2: ['S1', [box(10, 0, 20, 10)]] },
      zones: whole,
    });
    expect(await everyFix(document)).toEqual({ 'keep-border C2': [], 'keep-border C1': [] });
    const inside = levels({
      streets: { S1: [box(0, 0, 10, 10)], S2: [box(10, 0, 20, 10)] },
      communities: { C1: ['S1', [crooked(10)]], C2: ['S2', [box(10, 0, 20, 10)]] },
      zones: whole,
    });
    const told = await everyFix(inside);
    expect(told['keep-border S1']).toEqual([]);
  });

  it('moves the streets alone when they lie off the outline together', async () => {
    const ring = (dx: number): Rings[0] =>
      Array.from({ length: 40 }, (_, i) => {
        const angle = (2 * Math.PI * i) / 40;
        return [10 + dx + 9 * Math.cos(angle), 5 + 4 * Math.sin(angle) + (i % 3) * 0.3];
      });
    const shifted = levels({ streets: { S1: [ring(3)] }, zones: { Z: [null, [ring(0)]] } });
    const [whose] = shifted.all('district');
    const [street] = shifted.all('street');
    if (!whose || !street) throw new Error('no district');
    shifted.apply({
      added: {},
      removed: {},
      updated: { [whose.id]: [whose, { ...whose, geometry: area(ring(0)) as never }] },
    });
    expect(await everyFix(shifted)).toEqual({ 'move-children   区': [] });
  });

  it('makes the rings of a street valid', async () => {
    const bow: Rings[0] = [
      [0, 0],
      [10, 10.0001],
      [10, 0],
      [0, 10],
    ];
    const document = levels({ streets: { S1: [bow], S2: [box(10, 0, 20, 10)] }, zones: whole });
    const invalid = (await findingsOf(document)).filter(({ rule }) => rule === 'invalid');
    expect(invalid.length).toBeGreaterThan(0);
    const [finding] = invalid;
    const [fix] = finding?.fixes ?? [];
    if (!finding || !fix) throw new Error('no fix');
    const result = applyFix(document, { target: finding, fix, on });
    if ('refused' in result) throw new Error(result.refused);
    const left = await findingsOf(after(document, result.patch));
    expect(left.filter(({ rule }) => rule === 'invalid')).toEqual([]);
  });
});

describe('streets and communities that follow the zones', () => {
  // +--C1--+--+--C2-+--+--C3-+     a gap and an overlap that all levels have alike, the outline crossed
  // |  Z1  |//| Z2  |##|  Z3 |xx
  // +------+--+-----+--+-----+
  const alike = () =>
    levels({
      streets: { S1: [box(0, 0, 5, 10)], S2: [box(6, 0, 22, 10)] },
      communities: {
        C1: ['S1', [box(0, 0, 5, 10)]],
        C2: ['S2', [box(6, 0, 13, 10)]],
        C3: ['S2', [box(12, 0, 22, 10)]],
      },
      zones: {
        Z1: ['C1', [box(0, 0, 5, 10)]],
        Z2: ['C2', [box(6, 0, 13, 10)]],
        Z3: ['C3', [box(12, 0, 22, 10)]],
      },
    });

  it('leave nothing between the levels', async () => {
    const document = alike();
    const findings = groundOf(await findingsOf(document));
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['gap', 'outside', 'overlap']);
    for (const finding of findings) {
      for (const fix of finding.fixes) {
        if (fix.kind === 'new-zone' || fix.kind === 'declare-exception') continue;
        const result = applyFix(document, { target: finding, fix, on, carry: true });
        if ('refused' in result) throw new Error(result.refused);
        const left = groundOf(await findingsOf(after(document, result.patch)));
        expect(left, said(document, fix)).toHaveLength(findings.length - 1);
      }
    }
  });

  it('are mended in one list with the zones, or after them', async () => {
    const limits = { maxAreaM2: 1e9, maxWidthM: 1 };
    const document = alike();
    const mends = proposeMends(await findingsOf(document), limits);
    const carried = mendFindings(document, { mends, on, carry: true });
    if ('refused' in carried) throw new Error(carried.refused);
    expect(groundOf(await findingsOf(after(document, carried.patch)))).toEqual([]);

    const alone = mendFindings(document, { mends, on });
    if ('refused' in alone) throw new Error(alone.refused);
    const between = after(document, alone.patch);
    const left = groundOf(await findingsOf(between));
    expect(new Set(left.map(({ rule }) => rule))).toEqual(new Set(['nesting']));
    const second = mendFindings(between, { mends: proposeMends(left, limits), on });
    if ('refused' in second) throw new Error(second.refused);
    expect(groundOf(await findingsOf(after(between, second.patch)))).toEqual([]);
  });

  it('stay where they are when their own borders are in order', async () => {
    const document = levels({
      streets: { S1: [box(0, 0, 20, 10)] },
      communities: { C1: ['S1', [box(0, 0, 10, 10)]], C2: ['S1', [box(10, 0, 20, 10)]] },
      zones: { Z1: ['C1', [box(0, 0, 8, 10)]], Z2: ['C2', [box(10, 0, 20, 10)]] },
    });
    const [finding] = groundOf(await findingsOf(document));
    const fix = finding?.fixes.find((each) => said(document, each).endsWith('Z2'));
    if (!finding || !fix) throw new Error('no fix');
    const result = applyFix(document, { target: finding, fix, on, carry: true });
    if ('refused' in result) throw new Error(result.refused);
    expect(Object.values(result.patch.updated).map(([, to]) => nameOf(document, to.id))).toEqual([
      'Z2',
    ]);
  });
});
