import { CirclePlus } from 'lucide-react';
import { edgeUnder } from '#renderer/features/redraw/border-under.ts';
import { lineGhost, pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type Place, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { insertVertex } from '#shared/edits/commands/insert-vertex.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { nearestOn } from '#shared/topology/redraw/snap.ts';

interface InsertingVertex {
  /** The edge under the pointer, or taken. */
  edge: [LonLat, LonLat] | null;
  /** Where the new vertex is to stand. */
  at: LonLat | null;
  dragging: boolean;
  done: boolean;
}

const idle: InsertingVertex = { edge: null, at: null, dragging: false, done: false };

/** The edge under a place, and the spot on it. */
function under(document: DocumentView, place: Place): InsertingVertex {
  const edge = edgeUnder(document, place);
  if (!edge) return idle;
  const [x, y] = nearestOn(edge[0], edge[1], place.exact, place.reach);
  return { ...idle, edge, at: [snapDegrees(x), snapDegrees(y)] };
}

/** Puts a vertex into an edge of borders; dragged on, the border bends there at once. */
export const insertingVertex: ToolSpec<InsertingVertex> = {
  id: 'insertVertex',
  group: 'border',
  key: 'I',
  icon: CirclePlus,
  begin: () => idle,
  next(state, event, { document }) {
    switch (event.type) {
      case 'hover': {
        const over = event.at ? under(document, event.at) : idle;
        return over.at?.join() === state.at?.join() ? state : over;
      }
      case 'press': {
        const taken = under(document, event.at);
        return taken.edge ? { ...taken, dragging: true } : idle;
      }
      case 'drag':
        return state.dragging ? { ...state, at: event.at.position } : state;
      case 'release':
        return state.dragging ? { ...state, dragging: false, done: true } : state;
      case 'typed':
        return state.edge ? { ...state, at: event.position, done: true } : state;
      case 'back':
        return idle;
      default:
        return state;
    }
  },
  isHolding: ({ dragging }) => dragging,
  isComplete: ({ done }) => done,
  canStepBack: ({ dragging }) => dragging,
  proposal({ edge, at, dragging, done }) {
    if (!edge || !at || !(dragging || done)) return null;
    return (document, allowances) => insertVertex(document, { edge, at, ...allowances });
  },
  ghosts({ edge, at }) {
    if (!edge || !at) return [];
    return [lineGhost('old', edge), pointGhost('held', at)];
  },
  hint({ edge, dragging }) {
    const key = dragging ? 'dragging' : edge ? 'over' : 'idle';
    return { key: `redraw.insertVertex.${key}`, params: {} };
  },
  snapping: ({ dragging }) => (dragging ? { without: [] } : null),
};

export const insertVertexTool = defineTool(insertingVertex);
