import { type RefObject, useEffect, useMemo } from 'react';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import type { ToolInput } from '#renderer/map/tools/tool-input.ts';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useView } from '#renderer/state/view.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { toolOf } from './all-tools.ts';
import { ToolHand } from './tool-hand.ts';
import { takeTool, useTools } from './tool-store.ts';
import { useToolKeys } from './use-tool-keys.ts';

/** What map and keys need of the tools. */
export interface Redraw {
  hand: ToolHand;
  /** For the map; null while no tool is in hand. */
  input: ToolInput | null;
  /** Esc: one step back, then to the plain pointer. False when neither is left. */
  escape: () => boolean;
}

/** Drawing on the map: the tool in hand and its keys. */
export function useRedraw(
  document: Document,
  map: RefObject<MapHandle | null>,
  onRefused: (reason: string) => void,
): Redraw {
  const text = useText();
  const mayEdit = useMayEdit();
  const activeId = useTools((state) => state.activeId);
  const selectedId = useView((state) => state.selectedId);

  const hand = useMemo(
    () =>
      new ToolHand(
        document,
        () => map.current,
        ({ key, params }) => onRefused(text(textKey(key), params)),
      ),
    [document, map, onRefused, text],
  );
  useEffect(() => {
    const stop = hand.follow();
    return () => {
      stop();
      useTools.setState({ activeId: null, borrowedId: null, question: null });
    };
  }, [hand]);
  useEffect(() => {
    hand.take(mayEdit ? toolOf(activeId) : null);
    if (activeId === null) return;
    map.current?.focus();
    // The bar of the tool comes over the map's upper edge: what is to be redrawn goes out from under it.
    const { selectedId: subjectId } = useView.getState();
    const subject = subjectId === null ? undefined : document.find('zone', subjectId);
    const ground = subject && zoneGround(subject);
    if (ground) map.current?.clearPanels(areaBounds(ground));
  }, [document, hand, map, mayEdit, activeId]);
  // What is selected is what some tools begin with.
  useEffect(() => hand.restart(), [hand, selectedId]);
  // What is shown goes by what has been set.
  useEffect(
    () =>
      useTools.subscribe((now, was) => {
        if (now.settings !== was.settings || now.allowances !== was.allowances) hand.refresh();
      }),
    [hand],
  );
  useToolKeys(hand, mayEdit);

  return {
    hand,
    input: activeId !== null && mayEdit ? hand : null,
    escape: () => {
      const { activeId: active, borrowedId: borrowed } = useTools.getState();
      if (active === null && borrowed === null) return false;
      if (!hand.back()) takeTool(null);
      return true;
    },
  };
}
