import type { Command } from '#shared/edits/command.ts';
import { newZone, type NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { gapAt } from '#shared/edits/redraw/gap-at.ts';
import { reground } from '#shared/edits/repair/reground.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** Makes the gap round a position ([longitude, latitude]) a zone, exactly along all that borders on it. */
export const fillGap: Command<NewZoneForm & { at: LonLat; on: string }> = (
  document,
  { at, on, ...form },
) => {
  const gap = gapAt(document, at, on);
  if (!gap) return { refused: 'edit.redraw.refused.noGap' };
  const zone = { ...newZone(form), geometry: gap };
  const given = reground(document, {
    decisions: [{ ground: gap, choice: { kind: 'give', to: zone.id } }],
    mendIds: [],
    issueClasses: null,
    on,
    newRecord: zone,
  });
  if ('refused' in given) return given;
  return {
    patch: given.patch,
    label: { key: 'edit.repair.newZone', params: { name: zone.name } },
    selection: [zone.id],
  };
};
