import { Document } from '#shared/edits/document.ts';
import type { RecordsThen } from '#shared/edits/records-before.ts';
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

/** Zones of a plan that are not as the window shows them; null for those that it does not have. */
export function otherwiseIn(
  shown: readonly Zone[],
  plan: readonly Zone[],
): [string, Zone | null][] {
  const { added, updated, removed } = zonesBetween(shown, plan);
  return [
    ...Object.values(added).map((zone): [string, Zone] => [zone.id, zone as Zone]),
    ...Object.values(updated).map(([, zone]): [string, Zone] => [zone.id, zone as Zone]),
    ...Object.keys(removed).map((id): [string, null] => [id, null]),
  ];
}

/** The same as records, for the hand-over sheet. */
export const recordsThen = (list: readonly [string, Zone | null][]): RecordsThen => [...list];
