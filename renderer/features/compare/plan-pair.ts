import { Document } from '#shared/edits/document.ts';
import { type ShownPlan, zonesOfPlan } from '#shared/edits/scenario/shown-plan.ts';
import { zonesBetween } from '#shared/edits/scenario/zones-between.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';

/** What the two maps show beside the zones. */
const kinds: readonly RecordKind[] = ['project', 'district', 'street', 'community', 'exception'];

/** Two plans as documents of their own, each for a map. */
export interface PlanPair {
  before: Document;
  /** Holds the plan before until `change` is applied, so that zones which stay keep their colour. */
  after: Document;
  change: Patch;
}

/** The zones of a plan; none where it is gone. */
export function zonesOf(stored: Document, plan: ShownPlan): readonly Zone[] {
  return zonesOfPlan(stored, plan) ?? [];
}

export function planPair(stored: Document, before: ShownPlan, after: ShownPlan): PlanPair {
  const [old, now] = [zonesOf(stored, before), zonesOf(stored, after)];
  const rest = kinds.flatMap((kind): readonly AnyRecord[] => stored.all(kind));
  return {
    before: new Document([...rest, ...old]),
    after: new Document([...rest, ...old]),
    change: zonesBetween(old, now),
  };
}
