import type { Command } from '#shared/edits/command.ts';
import { type Shift, shiftParams, shiftRecords } from '#shared/edits/repair/shift-records.ts';

/** Moves all zones together, for a layer drawn in another system. */
export const moveLayer: Command<Shift> = (document, shift) => {
  const zones = document.all('zone');
  const district = document.all('district')[0];
  if (!district || zones.length === 0) return { refused: 'edit.refused.missing' };
  const put = shiftRecords(document, zones, district.geometry, shift);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.repair.move', params: shiftParams(shift) },
    selection: [],
  };
};
