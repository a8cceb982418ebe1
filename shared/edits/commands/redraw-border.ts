import { courseGeometry, refusedCourse } from '#shared/edits/border-course.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/**
 * Gives a registered border another course: the line on which its areas meet now, or other stretches
 * of it. Refuses a line that is not their border, and what another entry has already.
 */
export const redrawBorder: Command<{ id: string; lines: readonly (readonly LonLat[])[] }> = (
  document,
  { id, lines },
) => {
  const entry = document.find('border', id);
  if (!entry) return { refused: 'edit.refused.missing' };
  const refused = refusedCourse(document, { ...entry, lines });
  if (refused) return refused;
  const put = putPatch(document, [{ ...entry, geometry: courseGeometry(lines) }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.redrawBorder', params: { title: entry.name } },
    selection: [id],
  };
};
