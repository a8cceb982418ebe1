import { CircleMinus } from 'lucide-react';
import { vertexUnder } from '#renderer/features/redraw/border-under.ts';
import { pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { vertexStops } from '#renderer/features/redraw/vertex-stops.ts';
import { deleteVertex } from '#shared/edits/commands/delete-vertex.ts';
import type { LonLat } from '#shared/model/primitives.ts';

interface DeletingVertex {
  /** The vertex under the pointer, or chosen by keys. */
  at: LonLat | null;
  byKeys: boolean;
  done: boolean;
}

const idle: DeletingVertex = { at: null, byKeys: false, done: false };

/** Takes a vertex out of the borders that have it; pointed at, it shows what would be left. */
export const deletingVertex: ToolSpec<DeletingVertex> = {
  id: 'deleteVertex',
  group: 'border',
  key: 'X',
  icon: CircleMinus,
  begin: () => idle,
  next(state, event, { document, selectedId }) {
    switch (event.type) {
      case 'hover': {
        const at = event.at && vertexUnder(document, event.at);
        // A pointer that points at nothing leaves to the keys what they have chosen.
        if (!at && state.byKeys) return state;
        return at?.join() === state.at?.join() ? state : { ...idle, at };
      }
      case 'click': {
        const at = vertexUnder(document, event.at);
        return { ...idle, at, done: at !== null };
      }
      case 'step': {
        const at = vertexStops(document, selectedId, state.at, event.by);
        return at ? { ...idle, at, byKeys: true } : state;
      }
      case 'finish':
        return state.at ? { ...state, done: true } : state;
      case 'back':
        return idle;
      default:
        return state;
    }
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ byKeys }) => byKeys,
  proposal({ at }) {
    return at && ((document, allowances) => deleteVertex(document, { at, ...allowances }));
  },
  ghosts: ({ at }) => (at ? [pointGhost('held', at)] : []),
  hint({ at, byKeys }) {
    const key = byKeys ? 'taken' : at ? 'over' : 'idle';
    return { key: `redraw.deleteVertex.${key}`, params: {} };
  },
  where: ({ at }) => at,
};

export const deleteVertexTool = defineTool(deletingVertex);
