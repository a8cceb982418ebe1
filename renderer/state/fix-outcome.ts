import { groundUnder } from '#shared/checks/fixes/ground-under.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { FixRequest } from '#shared/edits/apply-fix.ts';
import type { Fix } from '#shared/model/fix.ts';
import { localDay } from '#shared/model/local-day.ts';

/** A fix of a finding that somebody looks at or has chosen. */
export interface FixChoice {
  finding: Finding;
  fix: Fix;
}

/** What a form adds to a fix that asks for more. */
export type FixForm = Pick<FixRequest, 'newZone' | 'exception'>;

/** Name of a fix of a finding among all others. */
export function fixKey({ finding, fix }: FixChoice): string {
  return `${finding.id} ${JSON.stringify(fix)}`;
}

/** What a fix is asked to do: of a finding at a point, on the ground where the point is. */
export function requestOf(
  { finding, fix }: FixChoice,
  findings: readonly Finding[],
  terms: { utcOffset: number; carry: boolean },
  form: FixForm,
): FixRequest {
  const { recordIds, areaM2, geometry, issueClasses } = groundUnder(finding, findings) ?? finding;
  const on = localDay(Date.now(), terms.utcOffset);
  const target = { recordIds, areaM2, geometry, issueClasses };
  return { target, fix, on, carry: terms.carry, ...form };
}

/** Enough for a trial of fixes that ask for more. */
export function placeholders(fix: Fix, utcOffset: number): FixForm {
  const on = localDay(Date.now(), utcOffset);
  const newId = crypto.randomUUID();
  if (fix.kind === 'new-zone') return { newZone: { newId, name: '?', parentId: null } };
  if (fix.kind !== 'declare-exception') return {};
  return { exception: { newId, name: '?', reason: '?', approver: '?', from: on, expires: on } };
}
