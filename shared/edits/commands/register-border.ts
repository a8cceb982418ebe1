import { courseGeometry, refusedCourse } from '#shared/edits/border-course.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { Border } from '#shared/model/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** What was agreed about a border, beside its course. */
export type BorderTerms = Pick<
  Border,
  'name' | 'follows' | 'basis' | 'decision' | 'decidedOn' | 'disputed'
>;

/**
 * Puts the border of two neighbours, or stretches of it, into the register. Refuses a line that is not
 * their border, and what another entry has already.
 */
export const registerBorder: Command<{
  newId: string;
  partyIds: Border['partyIds'];
  lines: readonly (readonly LonLat[])[];
  terms: BorderTerms;
}> = (document, { newId, partyIds, lines, terms }) => {
  const { disputed } = terms;
  const refused = refusedCourse(document, { id: null, partyIds, disputed, lines });
  if (refused) return refused;
  const entry: Border = {
    ...terms,
    kind: 'border',
    id: newId,
    partyIds,
    geometry: courseGeometry(lines),
  };
  const put = putPatch(document, [entry]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.registerBorder', params: { title: terms.name } },
    selection: [newId],
  };
};
