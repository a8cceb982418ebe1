import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { selectTarget } from '#renderer/features/context-menu/select-target.ts';
import type { MapHandle, MenuPlace } from '#renderer/map/map-view-props.ts';
import { type MenuTarget, openMenu } from '#renderer/state/context-menu.ts';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useView } from '#renderer/state/view.ts';
import { asksForMenu } from '#renderer/ui/asks-for-menu.ts';
import type { Finding } from '#shared/checks/finding.ts';

/** The finding of an id as it is listed now. */
const findingOf = (id: string | null): Finding | undefined =>
  listedFindings(useFindings.getState().report).find((finding) => finding.id === id);

/** Menus on the map: of what was pressed, and by keys of what is selected, else of the middle. */
export function useMapMenu(map: RefObject<MapHandle | null>) {
  const onMenu = useCallback(({ hit, position, at, reach }: MenuPlace) => {
    const finding = hit?.type === 'finding' ? findingOf(hit.id) : undefined;
    let target: MenuTarget = { of: 'spot', position };
    if (finding) target = { of: 'finding', finding };
    else if (hit?.type === 'record') {
      target = { of: 'record', id: hit.id, spot: { position, reach } };
    }
    selectTarget(target);
    openMenu(target, at);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!asksForMenu(event) || !(event.target instanceof HTMLCanvasElement)) return;
    const { selectedId, activeFindingId } = useView.getState();
    const centre = map.current?.getCamera().centre;
    const box = event.currentTarget.getBoundingClientRect();
    event.preventDefault();
    const finding = findingOf(activeFindingId);
    const target: MenuTarget | null = finding
      ? { of: 'finding', finding }
      : selectedId
        ? { of: 'record', id: selectedId }
        : centre
          ? { of: 'spot', position: centre }
          : null;
    if (target) openMenu(target, [box.left + box.width / 2, box.top + box.height / 2]);
  };
  return { onMenu, onKeyDown };
}
