import { precedence } from '#shared/model/precedence.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Found } from './ground-locator.ts';

/** Why a zone answers for a spot. */
export type ZoneReason =
  /** It is the only one there. */
  | { kind: 'only' }
  /** Its shape goes before that of the others there (点 over 条 over 块). */
  | { kind: 'shape'; before: Zone[] }
  /** Of zones of the same shape the spot lies on their common border; it counts to this one. */
  | { kind: 'border'; with: Zone[] }
  /** Zones of the same shape overlap here: the ground is in dispute. */
  | { kind: 'disputed'; with: Zone[] };

export interface ZoneChoice {
  zone: Zone;
  reason: ZoneReason;
  /** Zones here that do not answer for the class of issue asked about. */
  otherClasses: Zone[];
}

/** Whether a zone answers for a class of issue; without one asked about, any zone does. */
export function answersFor(zone: Zone, issueClass: string | null): boolean {
  return (
    issueClass === null || zone.categories.length === 0 || zone.categories.includes(issueClass)
  );
}

/**
 * Which of the zones at a spot answers for a class of issue (null: for issues in general, where zones
 * without a limit go before those limited to classes). Null when none does.
 */
export function chooseZone(
  found: readonly Found<Zone>[],
  issueClass: string | null,
): ZoneChoice | null {
  const general = issueClass === null && found.some(({ item }) => item.categories.length === 0);
  const counts = (zone: Zone) =>
    general ? zone.categories.length === 0 : answersFor(zone, issueClass);
  const answering = found
    .filter(({ item }) => counts(item))
    .sort(
      (a, b) =>
        precedence[b.item.shape] - precedence[a.item.shape] ||
        Number(a.onBorder) - Number(b.onBorder) ||
        (a.item.id < b.item.id ? -1 : 1),
    );
  const [first, ...others] = answering;
  if (!first) return null;
  const zone = first.item;
  const same = others.filter(({ item }) => item.shape === zone.shape);
  const inside = same.filter(({ onBorder }) => !onBorder);
  const reason: ZoneReason =
    inside.length > 0
      ? { kind: 'disputed', with: inside.map(({ item }) => item) }
      : first.onBorder && same.length > 0
        ? { kind: 'border', with: same.map(({ item }) => item) }
        : others.length > same.length
          ? {
              kind: 'shape',
              before: others.flatMap(({ item }) => (item.shape === zone.shape ? [] : [item])),
            }
          : { kind: 'only' };
  const otherClasses = found.flatMap(({ item }) => (counts(item) ? [] : [item]));
  return { zone, reason, otherClasses };
}
