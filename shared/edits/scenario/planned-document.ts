import type { Document } from '#shared/edits/document.ts';
import { changesOf, isEmptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { RecordKind } from '#shared/model/record.ts';
import { planInForce, samePlan, type ShownPlan, zonesOfPlan } from './shown-plan.ts';
import { zonesBetween } from './zones-between.ts';

/** What the zones of plans are made from. */
const planKinds: readonly RecordKind[] = ['zone', 'scenario', 'planEdition'];

/** Whether an edit may change which zones a plan has. */
function touchesPlans(patch: Patch): boolean {
  return changesOf(patch).some(([from, to]) =>
    [from, to].some((record) => record && planKinds.includes(record.kind)),
  );
}

/** A patch without what it says about zones. */
function withoutZones({ added, updated, removed }: Patch): Patch {
  const only = <T>(part: Record<string, T>, isZone: (value: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => !isZone(value)));
  return {
    added: only(added, ({ kind }) => kind === 'zone'),
    updated: only(updated, ([from]) => from.kind === 'zone'),
    removed: only(removed, ({ kind }) => kind === 'zone'),
  };
}

/**
 * A project as it is kept, and as it is shown with one of its plans. Who follows `shown` is told of a
 * change of plan as of any other edit of zones, so that map and checks never begin anew. As long as the
 * plan in force is shown both are one document.
 */
export class PlannedDocument {
  readonly shown: Document;
  private kept: Document;
  private current: ShownPlan = planInForce;

  constructor(document: Document) {
    this.shown = document;
    this.kept = document;
  }

  /** The project with the plan in force, as it is on the disk. */
  get stored(): Document {
    return this.kept;
  }

  get plan(): ShownPlan {
    return this.current;
  }

  /** Takes up an edit of what is kept. @throws Error when it does not fit; then nothing has changed. */
  apply(patch: Patch): void {
    if (this.kept === this.shown) {
      this.shown.apply(patch);
      return;
    }
    this.kept.apply(patch);
    if (!touchesPlans(patch)) {
      this.follow(patch);
      return;
    }
    const rest = withoutZones(patch);
    const zones = this.zonesDue();
    this.follow({
      added: { ...rest.added, ...zones.added },
      updated: { ...rest.updated, ...zones.updated },
      removed: { ...rest.removed, ...zones.removed },
    });
    if (this.current.of === 'inForce') this.kept = this.shown;
  }

  /** Shows a plan; the one in force where there is no such plan. */
  show(plan: ShownPlan): void {
    if (samePlan(plan, this.current)) return;
    if (this.kept === this.shown) this.kept = this.shown.copy();
    this.current = plan;
    this.follow(this.zonesDue());
    if (this.current.of === 'inForce') this.kept = this.shown;
  }

  /** What leads from the zones shown to those of the plan, which may be gone. */
  private zonesDue(): Patch {
    let zones = zonesOfPlan(this.kept, this.current);
    if (!zones) {
      this.current = planInForce;
      zones = this.kept.all('zone');
    }
    return zonesBetween(this.shown.all('zone'), zones);
  }

  private follow(patch: Patch): void {
    if (!isEmptyPatch(patch)) this.shown.apply(patch);
  }
}
