import { areaM2 } from '#shared/geo/area-m2.ts';
import { groundOf } from '#shared/analysis/record-change.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { type RecordStep, recordStep } from '#shared/edits/record-step.ts';

/** What a step did to one record, and to the ground. */
interface StepChange extends RecordStep {
  /** Gain of ground in m²; null for records that are no areas, and where none changed. */
  gainM2: number | null;
}

/** Records beyond which ground is not measured: an import is no redrawing. */
const mostMeasured = 1500;

const known = new WeakMap<Patch, readonly StepChange[]>();

/** What a step did, what was added first; found once for each. */
export function stepChanges(patch: Patch): readonly StepChange[] {
  let steps = known.get(patch);
  if (!steps) {
    const changes = changesOf(patch);
    const isMeasured = changes.length <= mostMeasured;
    steps = changes.flatMap(([from, to]): StepChange[] => {
      const step = recordStep(from, to);
      if (!step) return [];
      const [before, after] = isMeasured ? [groundOf(from), groundOf(to)] : [null, null];
      const gainM2 = (after ? areaM2(after) : 0) - (before ? areaM2(before) : 0);
      return [{ ...step, gainM2: before === after ? null : gainM2 }];
    });
    known.set(patch, steps);
  }
  return steps;
}

/** Ground that went from one zone to another, or to and from nobody, by a step (m²); null when none did. */
export function movedM2(patch: Patch): number | null {
  const gains = stepChanges(patch).flatMap(({ kind, gainM2 }) =>
    kind === 'zone' && gainM2 !== null ? [gainM2] : [],
  );
  if (gains.length === 0) return null;
  const sum = (sign: 1 | -1) => gains.reduce((all, gain) => all + Math.max(0, sign * gain), 0);
  return Math.max(sum(1), sum(-1));
}
