import { useChosenZones } from '#renderer/state/chosen-zones.ts';
import type { MenuTarget } from '#renderer/state/context-menu.ts';
import { useView } from '#renderer/state/view.ts';

/** Selects what the menu is about, so that it is seen on the map and in the tables. */
export function selectTarget(target: MenuTarget): void {
  const { select, selectedId } = useView.getState();
  if (target.of !== 'record' || useChosenZones.getState().ids.includes(target.id)) return;
  if (selectedId !== target.id) select(target.id, target.spot?.position);
}
