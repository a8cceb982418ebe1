import type { PointKind } from '#shared/model/scheme.ts';

export const pointShapes = [
  'circle',
  'square',
  'diamond',
  'hexagon',
  'triangle',
  'pentagon',
] as const;
export type PointShape = (typeof pointShapes)[number];

export interface PointSymbol {
  shape: PointShape;
  letter: string;
}

/**
 * Symbols of the kinds of a project: one shape for each group of kinds, in the order in which the
 * groups are listed, and the first letter of the kind's name. A kind that is not listed gets a circle
 * and its own first letter.
 */
export class PointSymbols {
  private readonly byKey = new Map<string, PointSymbol>();

  constructor(kinds: readonly PointKind[]) {
    const groups = [...new Set(kinds.map((kind) => kind.group))];
    for (const kind of kinds) {
      const shape = pointShapes[groups.indexOf(kind.group) % pointShapes.length] ?? 'circle';
      this.byKey.set(kind.key, { shape, letter: firstLetter(kind.name) });
    }
  }

  of(key: string): PointSymbol {
    return this.byKey.get(key) ?? { shape: 'circle', letter: firstLetter(key) };
  }
}

function firstLetter(text: string): string {
  return Array.from(text.trim())[0]?.toUpperCase() ?? '·';
}
