import type { Finding } from '#shared/checks/finding.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { Pass } from './pass-over.ts';

/** What must not be done, because a zone would be left without ground. */
export interface Held {
  /** Zones that must not lose any more ground. */
  spared: Set<string>;
  /** Findings that stay as they are, since no choice spares all zones. */
  findings: Set<string>;
}

/** The fix to take where some zones must not lose any more ground; null when none is left. */
export function sparing(mend: Mend<Finding>, { spared, findings }: Held): Fix | null {
  const { target, fix } = mend;
  if (findings.has(target.id)) return null;
  const held = target.recordIds.find((id) => spared.has(id));
  if (held === undefined || fix.kind === 'give-ground') return fix;
  if (fix.kind !== 'keep-ground') return null;
  return (
    target.fixes.find((other) => other.kind === 'keep-ground' && other.zoneId === held) ?? null
  );
}

/** Holds back what left zones without ground; a second time, all findings that it came from. */
export function hold(held: Held, { changes }: Pass, lost: readonly string[]): void {
  for (const id of lost) {
    if (!held.spared.has(id)) {
      held.spared.add(id);
      continue;
    }
    for (const change of changes) {
      const isCause =
        change.kind === 'ground'
          ? change.moves.some(({ from, to }) => from.includes(id) && !to.includes(id))
          : change.finding.recordIds.includes(id);
      if (isCause) held.findings.add(change.finding.id);
    }
  }
}
