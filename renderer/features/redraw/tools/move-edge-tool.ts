import { MoveDiagonal } from 'lucide-react';
import { edgeUnder } from '#renderer/features/redraw/border-under.ts';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { moveEdge } from '#shared/edits/commands/move-edge.ts';
import { fromGrid, snapDegrees, toGrid } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { SnapTarget } from '#shared/topology/redraw/snap.ts';

type Edge = [LonLat, LonLat];

interface MovingEdge {
  /** The edge under the pointer, or taken. */
  edge: Edge | null;
  /** Where it was taken hold of; null while it is not. */
  start: LonLat | null;
  /** By how much it is to go, degrees east and north. */
  by: LonLat;
  /** Whether the pointer holds it. */
  dragging: boolean;
  /** What an end of it is drawn to. */
  snap: SnapTarget['kind'] | null;
  done: boolean;
}

const idle: MovingEdge = {
  edge: null,
  start: null,
  by: [0, 0],
  dragging: false,
  snap: null,
  done: false,
};

const minus = (a: LonLat, b: LonLat): LonLat => [
  fromGrid(toGrid(a[0]) - toGrid(b[0])),
  fromGrid(toGrid(a[1]) - toGrid(b[1])),
];
const isMoved = ({ by }: MovingEdge): boolean => by[0] !== 0 || by[1] !== 0;
const middleOf = ([a, b]: Edge): LonLat => [
  snapDegrees((a[0] + b[0]) / 2),
  snapDegrees((a[1] + b[1]) / 2),
];

/** Moves an edge of borders with both its ends; its neighbours stretch. */
export const movingEdge: ToolSpec<MovingEdge> = {
  id: 'moveEdge',
  group: 'border',
  key: 'E',
  icon: MoveDiagonal,
  begin: () => idle,
  next(state, event, { document }) {
    const { edge, start } = state;
    switch (event.type) {
      case 'hover': {
        // One that was taken waits for what is typed.
        if (start) return state;
        const over = event.at && edgeUnder(document, event.at);
        return over?.join() === edge?.join() ? state : { ...idle, edge: over };
      }
      case 'press': {
        const under = edgeUnder(document, event.at);
        return under ? { ...idle, edge: under, start: event.at.position, dragging: true } : idle;
      }
      case 'drag':
        return start && state.dragging
          ? {
              ...state,
              by: minus(event.at.position, start),
              snap: event.at.snap?.kind ?? null,
            }
          : state;
      case 'release':
        return state.dragging ? { ...state, dragging: false, done: isMoved(state) } : state;
      case 'typed':
        return edge ? { ...state, by: minus(event.position, middleOf(edge)), done: true } : state;
      case 'back':
      case 'click':
        return idle;
      default:
        return state;
    }
  },
  isHolding: ({ dragging }) => dragging,
  isComplete: (state) => state.done && isMoved(state),
  canStepBack: ({ start }) => start !== null,
  proposal(state) {
    const { edge, by } = state;
    if (!edge || !isMoved(state)) return null;
    return (document, allowances) => moveEdge(document, { edge, by, ...allowances });
  },
  ghosts(state) {
    const { edge, by } = state;
    if (!edge) return [];
    const moved = edge.map(([x, y]): LonLat => [x + by[0], y + by[1]]);
    return isMoved(state)
      ? [lineGhost('old', edge), lineGhost('held', moved)]
      : [lineGhost('held', edge)];
  },
  hint({ edge, start, dragging, snap }) {
    if (dragging && snap) return { key: `redraw.snapped.${snap}`, params: {} };
    const key = start ? 'dragging' : edge ? 'over' : 'idle';
    return { key: `redraw.moveEdge.${key}`, params: {} };
  },
  // Either end is drawn to what it comes near, and takes the whole edge along.
  snapping: ({ edge, start, dragging }) =>
    edge && start && dragging
      ? { without: edge, carried: edge.map((end) => minus(end, start)) }
      : null,
  anchor: ({ edge, start }) => (edge && start ? { from: middleOf(edge), toward: null } : null),
};

export const moveEdgeTool = defineTool(movingEdge);
