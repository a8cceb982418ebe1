import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { nearestInside } from '#shared/geo/nearest-inside.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';

/** Moves a point that lies outside the outline to the nearest place inside it. */
export const movePointInside: Command<{ pointId: string }> = (document, { pointId }) => {
  const point = document.find('point', pointId);
  const [district] = document.all('district');
  if (!point || !district) return { refused: 'edit.refused.missing' };
  const place = nearestInside(district.geometry, point.position);
  if (!place) return { refused: 'edit.repairRefused.narrow' };
  const [x = 0, y = 0] = snapGeometry({ type: 'Point', coordinates: place }).coordinates;
  const put = putPatch(document, [{ ...point, position: [x, y] }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.repair.movePoint', params: { title: point.name } },
    selection: [point.id],
  };
};
