import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Point } from '#shared/model/point.ts';
import type { Zone } from '#shared/model/zone.ts';

/** Records that are new or not as before, and ids of those that are gone. */
export interface RecordsChange<Item> {
  put: readonly Item[];
  removed: readonly string[];
}

/**
 * What has changed of the input of a check. Changed records keep their place, new ones come last.
 * What is said of the whole (`rest`) means that everything is looked at again.
 */
export interface CoverageChange {
  zones?: RecordsChange<Zone>;
  points?: RecordsChange<Point>;
  exceptions?: RecordsChange<Exception>;
  rest?: Partial<Omit<CoverageCheckInput, 'zones' | 'points' | 'exceptions'>>;
}

/** Records by id, in the order of the input. */
export interface KeptInput {
  zones: Map<string, Zone>;
  points: Map<string, Point>;
  exceptions: Map<string, Exception>;
  rest: Omit<CoverageCheckInput, 'zones' | 'points' | 'exceptions'>;
}

export function keepInput(input: CoverageCheckInput): KeptInput {
  const { zones, points, exceptions, ...rest } = input;
  const byId = <Item extends { id: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.id, item]));
  return { zones: byId(zones), points: byId(points), exceptions: byId(exceptions), rest };
}

export function toInput({ zones, points, exceptions, rest }: KeptInput): CoverageCheckInput {
  return {
    ...rest,
    zones: [...zones.values()],
    points: [...points.values()],
    exceptions: [...exceptions.values()],
  };
}

function applyTo<Item extends { id: string }>(
  items: Map<string, Item>,
  change: RecordsChange<Item> | undefined,
): void {
  for (const id of change?.removed ?? []) items.delete(id);
  for (const item of change?.put ?? []) items.set(item.id, item);
}

/** Changes what is kept. */
export function applyChange(kept: KeptInput, change: CoverageChange): void {
  applyTo(kept.zones, change.zones);
  applyTo(kept.points, change.points);
  applyTo(kept.exceptions, change.exceptions);
  kept.rest = { ...kept.rest, ...change.rest };
}

/** How many zones and exceptions a change touches. */
export function changeSize({ zones, exceptions }: CoverageChange): number {
  const size = (part: RecordsChange<unknown> | undefined) =>
    part ? part.put.length + part.removed.length : 0;
  return size(zones) + size(exceptions);
}
