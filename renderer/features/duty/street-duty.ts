import type { BoardLine, BoardPlace } from '#shared/analysis/duty-board.ts';
import type { DutyState } from './duty-state.ts';

export interface StreetDuty extends Record<DutyState, number> {
  /** Empty for people who hold nothing in any street. */
  id: string;
  name: string;
  listed: number;
  /** Zones and points without anybody now. */
  zones: number;
  points: number;
}

/**
 * The duty of a day by streets. Who answers for ground in several counts in each; who holds nothing in
 * any is counted under `elsewhere`, which is left out when it is empty.
 */
export function streetDuty(
  streets: readonly { id: string; name: string }[],
  lines: readonly { line: Pick<BoardLine, 'streetIds'>; state: DutyState }[],
  places: readonly Pick<BoardPlace, 'streetId' | 'level' | 'coveredAt'>[],
  elsewhere: string,
): StreetDuty[] {
  const fresh = (id: string, name: string): StreetDuty => ({
    id,
    name,
    listed: 0,
    in: 0,
    late: 0,
    missing: 0,
    waiting: 0,
    unknown: 0,
    zones: 0,
    points: 0,
  });
  const rest = fresh('', elsewhere);
  const byId = new Map(streets.map(({ id, name }) => [id, fresh(id, name)]));
  for (const { line, state } of lines) {
    const own = line.streetIds.flatMap((id) => byId.get(id) ?? []);
    for (const street of own.length > 0 ? own : [rest]) {
      street.listed += 1;
      street[state] += 1;
    }
  }
  for (const { streetId, level, coveredAt } of places) {
    const street = byId.get(streetId ?? '') ?? rest;
    if (coveredAt !== null) continue;
    if (level === 'zone') street.zones += 1;
    if (level === 'point') street.points += 1;
  }
  return [...byId.values(), ...(rest.listed + rest.zones + rest.points > 0 ? [rest] : [])];
}
