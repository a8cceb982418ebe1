import { areaM2 } from '#shared/geo/area-m2.ts';
import { type CoverageAnswer, coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import type { GroundChoice } from '#shared/topology/repair/ground-decision.ts';
import { regroundCoverage } from '#shared/topology/repair/reground-coverage.ts';
import type { GroundMove, RepairQuestion } from '#shared/topology/repair/repair-question.ts';

export interface Repaired {
  /** Ground of all zones after the repair. */
  zones: Record<string, Ground>;
  /** Their areas in m², rounded to 1e-6. */
  areas: Record<string, number>;
  /** Zones that the repair wrote anew. */
  changed: string[];
  moves: GroundMove[];
  idle: number[];
  /** What the engine says afterwards. */
  after: CoverageAnswer;
}

interface Given {
  boundary?: Ground | null;
  zones: Record<string, Ground>;
  exceptions?: Record<string, Ground>;
  choices?: [Ground, GroundChoice][];
  mend?: string[];
  all?: boolean;
  planar?: boolean;
  fixed?: Record<string, number>;
}

/** Repairs a small coverage and asks the engine what it thinks of the result. */
export function repaired(given: Given): Repaired {
  const { zones, boundary = null, exceptions = {}, planar = true, fixed = {} } = given;
  const question: RepairQuestion = {
    boundary: boundary && { id: 'outline', geometry: boundary },
    zones: Object.entries(zones).map(([id, geometry]) => {
      return { id, geometry, rank: fixed[id] ?? 0, isFixed: id in fixed };
    }),
    exceptions: Object.entries(exceptions).map(([id, geometry]) => ({ id, geometry })),
    planar,
    decisions: (given.choices ?? []).map(([ground, choice]) => ({ ground, choice })),
    newId: 'new',
    mendIds: given.mend ?? [],
    settles: given.all ? () => true : null,
  };
  const { grounds, moves, idle } = regroundCoverage(question);
  const result: Record<string, Ground> = { ...zones };
  for (const [id, ground] of grounds) {
    if (id in exceptions || id === 'outline') continue;
    if (ground) result[id] = ground;
    else delete result[id];
  }
  const parts = (of: Record<string, Ground>) =>
    Object.entries(of).map(([id, geometry]) => ({ id, geometry }));
  return {
    zones: result,
    areas: Object.fromEntries(
      Object.entries(result).map(([id, ground]) => [
        id,
        Math.round(areaM2(ground, planar) * 1e6) / 1e6,
      ]),
    ),
    changed: [...grounds.keys()].sort(),
    moves,
    idle,
    after: coverageFaces({
      boundary: grounds.get('outline') ?? boundary,
      zones: parts(result).filter(({ id }) => !(id in fixed)),
      exceptions: parts(exceptions),
      planar,
    }),
  };
}

/** Number of defects of all kinds that the engine finds, of any size. */
export function defectsIn({ gaps, overlaps, outside }: CoverageAnswer): number {
  return gaps.length + overlaps.length + outside.length;
}
