import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitNodes } from '#renderer/features/organisation/unit-tree.ts';
import type { Organisation } from '#shared/model/organisation.ts';

const unit = (id: string, parentId: string | null): Organisation => ({
  kind: 'organisation',
  id,
  name: id,
  parentId,
  line: 'block',
  categories: [],
});
const lines = (
  units: Organisation[],
  isOpen: (id: string) => boolean = () => true,
  fits: Parameters<typeof unitNodes>[2] = null,
) => unitNodes(units, isOpen, fits).map(({ unit, level }) => `${'-'.repeat(level)}${unit.id}`);

/*
 *  a ─┬─ b ─── c
 *     └─ d
 *  e
 */
const tree = [unit('c', 'b'), unit('a', null), unit('b', 'a'), unit('e', null), unit('d', 'a')];

describe('unitNodes', () => {
  it('lists units under their parents, in the order of the records', () => {
    expect(lines(tree)).toEqual(['-a', '--b', '---c', '--d', '-e']);
    expect(unitNodes(tree, () => true, null)[3]).toMatchObject({
      parentId: 'a',
      hasChildren: false,
      position: 2,
      size: 2,
    });
  });

  it('leaves out what is below a closed unit', () => {
    expect(lines(tree, (id) => id !== 'a')).toEqual(['-a', '-e']);
    expect(lines(tree, (id) => id !== 'b')).toEqual(['-a', '--b', '--d', '-e']);
  });

  it('shows what is looked for with everything above it, open', () => {
    expect(
      lines(
        tree,
        () => false,
        ({ id }) => id === 'c',
      ),
    ).toEqual(['-a', '--b', '---c']);
  });

  it('puts at the top what has no parent any more, or is above itself', () => {
    expect(lines([unit('x', 'gone')])).toEqual(['-x']);
    expect(lines([unit('x', 'y'), unit('y', 'x'), unit('z', 'x')])).toEqual(['-x', '-y', '-z']);
  });

  it('lists every unit exactly once, whatever points where', () => {
    const parent = fc.constantFrom(null, 'gone', '0', '1', '2', '3', '4', '5');
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 6 }), (parents) => {
        const units = parents.map((parentId, i) => unit(String(i), parentId));
        const listed = unitNodes(units, () => true, null).map((node) => node.unit.id);
        expect(listed.toSorted()).toEqual(units.map(({ id }) => id));
      }),
    );
  });
});
