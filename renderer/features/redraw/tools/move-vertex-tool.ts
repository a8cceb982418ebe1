import { SplinePointer } from 'lucide-react';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { samePlace } from '#renderer/features/redraw/same-place.ts';
import { vertexUnder } from '#renderer/features/redraw/border-under.ts';
import { lineGhost, pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { verticesBeside } from '#renderer/features/redraw/vertices-beside.ts';
import { vertexStops } from '#renderer/features/redraw/vertex-stops.ts';
import { moveVertex } from '#shared/edits/commands/move-vertex.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { SnapTarget } from '#shared/topology/redraw/snap.ts';

interface MovingVertex {
  /** The vertex under the pointer. */
  over: LonLat | null;
  /** The vertex taken, where it was. */
  from: LonLat | null;
  /** Where it is to go; not on the grid while keys move it by less than a step. */
  to: LonLat | null;
  /** Where edges lead from it, which stretch as it goes. */
  beside: readonly LonLat[];
  /** What it is drawn to. */
  snap: SnapTarget['kind'] | null;
  dragging: boolean;
  done: boolean;
}

const idle: MovingVertex = {
  beside: [],
  over: null,
  from: null,
  to: null,
  snap: null,
  dragging: false,
  done: false,
};

const onGrid = ([x, y]: LonLat): LonLat => [snapDegrees(x), snapDegrees(y)];

function taken(document: DocumentView, from: LonLat): MovingVertex {
  return { ...idle, from, to: from, beside: verticesBeside(document, from) };
}

/** Where the vertex would go; null while it is where it was. */
function target({ from, to }: MovingVertex): LonLat | null {
  if (!from || !to) return null;
  const at = onGrid(to);
  return samePlace(at, from) ? null : at;
}

/** Moves a vertex of borders: dragged, by the arrow keys, or to typed coordinates. */
export const movingVertex: ToolSpec<MovingVertex> = {
  id: 'moveVertex',
  group: 'border',
  key: 'V',
  icon: SplinePointer,
  begin: () => idle,
  next(state, event, { document, selectedId }) {
    const { from } = state;
    switch (event.type) {
      case 'hover': {
        const over = event.at && vertexUnder(document, event.at);
        return samePlace(over, state.over) ? state : { ...state, over };
      }
      case 'press': {
        const vertex = vertexUnder(document, event.at);
        return vertex ? { ...taken(document, vertex), dragging: true } : idle;
      }
      case 'drag':
        return state.dragging
          ? { ...state, to: event.at.position, snap: event.at.snap?.kind ?? null }
          : state;
      case 'release': {
        if (!state.dragging) return state;
        return { ...state, dragging: false, done: target(state) !== null };
      }
      case 'click':
        return idle;
      case 'typed':
        return from
          ? { ...state, to: event.position, done: !samePlace(event.position, from) }
          : state;
      case 'step': {
        const next = vertexStops(document, selectedId, from, event.by);
        return next ? taken(document, next) : state;
      }
      case 'nudge': {
        if (!from || !state.to || state.dragging) return state;
        const [x = 0, y = 0] = localMetres(state.to, false).from([event.eastM, event.northM]);
        return { ...state, to: [x, y] };
      }
      case 'finish':
        return target(state) ? { ...state, done: true } : state;
      case 'back':
        return target(state) ? { ...state, to: from, dragging: false } : idle;
    }
  },
  isHolding: ({ dragging }) => dragging,
  isComplete: ({ done }) => done,
  canStepBack: ({ from }) => from !== null,
  proposal(state) {
    const to = target(state);
    const { from } = state;
    if (!from || !to) return null;
    return (document, allowances) => moveVertex(document, { from, to, ...allowances });
  },
  ghosts({ over, from, to, beside }): Ghost[] {
    const at = to ? onGrid(to) : over;
    if (!at) return [];
    if (!from || samePlace(from, at)) return [pointGhost('held', at)];
    return [
      ...beside.map((end) => lineGhost('old', [from, end])),
      ...beside.map((end) => lineGhost('line', [at, end])),
      pointGhost('held', at),
    ];
  },
  hint({ over, from, dragging, snap }) {
    if (dragging && snap) return { key: `redraw.snapped.${snap}`, params: {} };
    const key = dragging ? 'dragging' : from ? 'taken' : over ? 'over' : 'idle';
    return { key: `redraw.moveVertex.${key}`, params: {} };
  },
  snapping: ({ from, dragging }) => (from && dragging ? { without: [from] } : null),
  anchor: ({ from, to, dragging }) => (from && !dragging ? { from, toward: to } : null),
  where: ({ to }) => to && onGrid(to),
};

export const moveVertexTool = defineTool(movingVertex);
