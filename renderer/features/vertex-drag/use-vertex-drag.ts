import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MapHandle, MapVertex, VertexDrag } from '#renderer/map/map-view-props.ts';
import { previewGround } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { moveVertex } from '#shared/edits/commands/move-vertex.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Zone } from '#shared/model/zone.ts';
import { VertexMove } from './vertex-move.ts';
import { zoneVertices } from './zone-vertices.ts';

/** What the map and the status bar need of the handles. */
export interface VertexHandles {
  vertices: readonly MapVertex[];
  drag: VertexDrag;
  /** Whether the handles are on the map; they are not where they would be too dense. */
  onHandles: (shown: boolean) => void;
  hint: string | null;
}

type Phase = 'idle' | 'focused' | 'dragging' | 'snapped' | 'nudging';

const none: readonly MapVertex[] = [];

/**
 * Handles at the vertices of the selected zone. While one is moved, the map and the findings show
 * what would be; dropping it makes one edit, giving up leaves everything as it was.
 */
export function useVertexDrag(
  document: Document,
  revision: number,
  selectedId: string | null,
  map: RefObject<MapHandle | null>,
  onRefused: (reason: string) => void,
): VertexHandles {
  const text = useText();
  const role = useProject((state) => state.role);
  const status = useProject((state) => state.status);
  const [phase, setPhase] = useState<Phase>('idle');
  const [areShown, setShown] = useState(false);
  const moving = useRef<VertexMove | null>(null);
  const zone = selectedId === null ? undefined : document.find('zone', selectedId);
  const mayEdit = role === 'writer' && status === 'ready';

  const positions = useMemo(
    () => (zone && mayEdit ? zoneVertices(zone, document.all('zone')) : []),
    // The number of zones at a vertex changes with any edit.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [zone, mayEdit, document, revision],
  );
  const vertices = useMemo(() => {
    if (positions.length === 0) return none;
    return positions.map(({ position, zoneCount }, i): MapVertex => {
      const params = { number: i + 1, total: positions.length, count: zoneCount };
      return { position, label: text('vertex.handle', params) };
    });
  }, [positions, text]);

  const show = useCallback(
    (zones: readonly Zone[]) => {
      map.current?.previewZones(zones);
      previewGround(zones, []);
    },
    [map],
  );
  const restore = useCallback(() => {
    const move = moving.current;
    moving.current = null;
    if (!move?.isMoved) return;
    // As they are now: something else may have changed them meanwhile.
    show(move.before.flatMap(({ id }) => document.find('zone', id) ?? []));
  }, [document, show]);

  // Whatever else changes the document, or takes the zone away, ends what is being moved.
  useEffect(() => restore, [restore, document, revision, selectedId, mayEdit]);

  const drag = useMemo((): VertexDrag => {
    const take = (zones: Zone[] | null, next: Phase) => {
      const move = moving.current;
      if (!move) return null;
      if (zones) show(zones);
      setPhase(next);
      return move.at;
    };
    return {
      grab: (index) => {
        restore();
        const vertex = positions[index];
        if (vertex) moving.current = new VertexMove(document.all('zone'), vertex.position);
      },
      move: (position, reach) => {
        const zones = moving.current?.to(position, reach) ?? null;
        return take(zones, moving.current?.snapped ? 'snapped' : 'dragging');
      },
      nudge: (eastM, northM) => take(moving.current?.by(eastM, northM) ?? null, 'nudging'),
      drop: () => {
        const move = moving.current;
        setPhase('focused');
        if (!move?.isMoved) return restore();
        const { from, at: to } = move;
        moving.current = null;
        const result = edit(moveVertex, { from, to, levels: 'stay', allowInvalid: true });
        if (!('refused' in result)) return;
        show(move.before);
        onRefused(text(textKey(result.refused), result.params));
      },
      cancel: () => {
        restore();
        setPhase('focused');
      },
      focus: (index) => setPhase(index === null ? 'idle' : 'focused'),
    };
  }, [document, positions, show, restore, onRefused, text]);

  let hint: string | null = null;
  if (vertices.length > 0) {
    if (!areShown) hint = text('hint.zoomForHandles');
    else hint = phase === 'idle' ? text('hint.handles') : text(textKey(`vertex.${phase}`));
  }
  return { vertices, drag, onHandles: setShown, hint };
}
