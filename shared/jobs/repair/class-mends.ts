import type { Finding } from '#shared/checks/finding.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import type { Zone } from '#shared/model/zone.ts';

/**
 * The fix to take of a finding that holds for some issue classes only: one that changes nothing for
 * the others, if there is any. A gap goes to a zone that answers for none but these classes; an
 * overlap stays with a zone that answers for more.
 */
export function classFix({ target, fix }: Mend<Finding>, zoneOf: ReadonlyMap<string, Zone>): Fix {
  const classes = target.issueClasses;
  if (classes === null || (fix.kind !== 'give-ground' && fix.kind !== 'keep-ground')) return fix;
  const isNarrow = (each: Fix): boolean => {
    if (!('zoneId' in each) || each.zoneId === null) return false;
    const categories = zoneOf.get(each.zoneId)?.categories ?? [];
    return categories.length > 0 && categories.every((category) => classes.includes(category));
  };
  const same = target.fixes.filter(({ kind }) => kind === fix.kind);
  const better = same.find((each) => isNarrow(each) === (fix.kind === 'give-ground'));
  return better ?? fix;
}

/** Whether a mend is about the rings or the number of zones, for whatever classes these answer. */
export function isCommon({ fix }: Mend): boolean {
  return fix.kind === 'mend-rings' || fix.kind === 'keep-duplicate';
}
