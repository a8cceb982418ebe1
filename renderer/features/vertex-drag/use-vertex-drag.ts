import { useEffect, useMemo, useState } from 'react';
import { moveVertexTool } from '#renderer/features/redraw/tools/move-vertex-tool.ts';
import type { ToolHand } from '#renderer/features/redraw/tool-hand.ts';
import { useTools } from '#renderer/features/redraw/tool-store.ts';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import type { MapVertex, VertexDrag } from '#renderer/map/map-view-props.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import { positionCount } from '#shared/geo/position-count.ts';
import type { Document } from '#shared/edits/document.ts';
import { type HandleState, useHandles } from './use-handle-hint.ts';
import { zoneVertices } from './zone-vertices.ts';

/** What the map needs of the handles. */
export interface VertexHandles {
  vertices: readonly MapVertex[];
  drag: VertexDrag;
  /** Whether the handles are on the map; they are not where they would be too dense. */
  onHandles: (shown: boolean) => void;
}

const none: readonly MapVertex[] = [];

/** Of more vertices than this handles would never be apart on the screen; the tool finds each of them under the pointer. */
const mostVertices = 5000;

/** Degrees within which a handle finds its own vertex. */
const exactly: [number, number] = [1e-9, 1e-9];

/**
 * Handles at the vertices of the selected zone, while no other tool is in hand: each lends the hand the
 * tool that moves a vertex for as long as it is held.
 */
export function useVertexDrag(
  document: Document,
  selectedId: string | null,
  hand: ToolHand,
): VertexHandles {
  const text = useText();
  const revision = useRevision();
  const mayEdit = useMayEdit();
  const activeId = useTools((state) => state.activeId);
  const [isFocused, setFocused] = useState(false);
  const [areShown, setShown] = useState(false);
  const zone = selectedId === null ? undefined : document.find('zone', selectedId);
  const isCrowded =
    zone !== undefined && hasRings(zone) && positionCount(zone.geometry) > mostVertices;
  const isOff = !mayEdit || isCrowded || (activeId !== null && activeId !== moveVertexTool.id);

  const positions = useMemo(
    () => (zone && !isOff ? zoneVertices(zone, document.all('zone')) : []),
    // The number of zones at a vertex changes with any edit.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [zone, isOff, document, revision],
  );
  // Most are the same after each edit, and to make hundreds of them takes longer than all else of it.
  const labels = useMemo(() => {
    void text;
    return new Map<string, string>();
  }, [text]);
  const vertices = useMemo(() => {
    if (positions.length === 0) return none;
    return positions.map(({ position, zoneCount }, i): MapVertex => {
      const params = { number: i + 1, total: positions.length, count: zoneCount };
      const key = Object.values(params).join();
      const label = labels.get(key) ?? text('vertex.handle', params);
      labels.set(key, label);
      return { position, label };
    });
  }, [positions, text, labels]);

  const drag = useMemo((): VertexDrag => {
    return {
      grab: (index, by) => {
        const at = positions[index]?.position;
        if (!at) return;
        hand.borrow(moveVertexTool);
        const pointer = { position: at, reach: exactly, alt: false, shift: false };
        hand.press(pointer);
        // Let go where it was, it waits for the arrows.
        if (by === 'keys') hand.release(pointer);
      },
      move: (position, reach) => {
        hand.drag({ position, reach: reach ?? exactly, alt: reach === null, shift: false });
        return hand.where();
      },
      nudge: (eastM, northM) => {
        hand.tell({ type: 'nudge', eastM, northM });
        return hand.where();
      },
      drop: () => {
        const before = useProject.getState().revision;
        hand.drop();
        hand.giveBack();
        return useProject.getState().revision !== before;
      },
      cancel: () => {
        hand.restart();
        hand.giveBack();
      },
      focus: (index) => setFocused(index !== null),
    };
  }, [positions, hand]);

  const state: HandleState =
    vertices.length === 0
      ? isCrowded && mayEdit && activeId === null
        ? 'crowded'
        : null
      : areShown
        ? isFocused
          ? 'focused'
          : 'handles'
        : 'zoomForHandles';
  useEffect(() => useHandles.setState({ state }), [state]);
  useEffect(() => () => useHandles.setState({ state: null }), []);
  return { vertices, drag, onHandles: setShown };
}
