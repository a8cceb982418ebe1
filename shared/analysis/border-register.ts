import type { Near, Nearby } from '#shared/chain/nearby.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import { linesLengthM } from '#shared/geo/line-length.ts';
import { type Border, borderLines } from '#shared/model/border.ts';

/** Issues within `metres` of lines, nearest first: those that get bounced from side to side. */
export function issuesAlong(
  lines: readonly (readonly (readonly number[])[])[],
  issues: Nearby<IssueRef>,
  metres: number,
): Near<IssueRef>[] {
  const found = new Map<string, Near<IssueRef>>();
  for (const line of lines) {
    for (const near of issues.along(line, metres)) {
      const key = `${near.item.chunk.id} ${near.item.index}`;
      const known = found.get(key);
      if (!known || near.distanceM < known.distanceM) found.set(key, near);
    }
  }
  return [...found.values()].sort((a, b) => a.distanceM - b.distanceM);
}

/** Stretches in dispute, longest first, each with both claimants. */
export function disputedStretches(
  borders: readonly Border[],
): { border: Border; claimantIds: Border['partyIds']; lengthM: number }[] {
  return borders
    .filter(({ disputed }) => disputed)
    .map((border) => ({
      border,
      claimantIds: border.partyIds,
      lengthM: linesLengthM(borderLines(border)),
    }))
    .sort((a, b) => b.lengthM - a.lengthM || (a.border.id < b.border.id ? -1 : 1));
}
