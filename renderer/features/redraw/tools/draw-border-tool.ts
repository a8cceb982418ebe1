import { PenTool } from 'lucide-react';
import { samePlace } from '#renderer/features/redraw/same-place.ts';
import { vertexUnder } from '#renderer/features/redraw/border-under.ts';
import { lineGhost, pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import {
  courseOf,
  stretchBetween,
  type Stretch,
} from '#renderer/features/redraw/stretch-gesture.ts';
import {
  defineTool,
  type Place,
  type ToolContext,
  type ToolSpec,
} from '#renderer/features/redraw/tool.ts';
import { vertexStops } from '#renderer/features/redraw/vertex-stops.ts';
import { traceLine } from '#shared/edits/commands/trace-line.ts';
import type { LonLat } from '#shared/model/primitives.ts';

interface DrawingBorder {
  /** The new course so far; it begins at a vertex of the border. */
  line: readonly LonLat[];
  /** Where the pointer is, or the vertex that keys have chosen. */
  next: LonLat | null;
  /** The stretch that the course would replace, while `next` is its other end. */
  stretch: Stretch | null;
  done: boolean;
}

const idle: DrawingBorder = { line: [], next: null, stretch: null, done: false };

/** What a place adds to the course: a vertex of the border ends it. */
function towards(
  state: DrawingBorder,
  { document, selectedId }: ToolContext,
  next: LonLat | null,
  otherWay: boolean,
): DrawingBorder {
  const [from] = state.line;
  const stretch = from && next ? stretchBetween(document, selectedId, from, next, otherWay) : null;
  return { ...state, next, stretch };
}

function pointed(state: DrawingBorder, context: ToolContext, place: Place): DrawingBorder {
  // A course begins on the border; on its way it may go anywhere.
  const isBegun = state.line.length > 0;
  const next = isBegun ? place.position : vertexUnder(context.document, place);
  return towards(state, context, next, place.shift);
}

function taken(state: DrawingBorder): DrawingBorder {
  const { line, next, stretch } = state;
  if (!next || samePlace(line.at(-1), next)) return state;
  if (stretch) return { ...state, done: true };
  return { ...state, line: [...line, next] };
}

/** Draws a stretch of border anew, corner by corner, from one of its vertices to another. */
export const drawingBorder: ToolSpec<DrawingBorder> = {
  id: 'drawBorder',
  group: 'border',
  key: 'H',
  icon: PenTool,
  begin: () => idle,
  next(state, event, context) {
    switch (event.type) {
      case 'hover': {
        if (!event.at) return state;
        const next = pointed(state, context, event.at);
        const isSame =
          samePlace(next.next, state.next) && next.stretch?.otherWay === state.stretch?.otherWay;
        return isSame ? state : next;
      }
      case 'click':
        return taken(pointed(state, context, event.at));
      case 'typed':
        // A typed vertex of the border begins the course, or ends it.
        return taken(towards(state, context, event.position, false));
      case 'finish':
        return taken(state);
      case 'step': {
        const { document, selectedId } = context;
        const next = vertexStops(document, selectedId, state.next, event.by);
        return next ? towards(state, context, next, false) : state;
      }
      case 'back':
        return { ...state, line: state.line.slice(0, -1), stretch: null };
      default:
        return state;
    }
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ line }) => line.length > 0,
  proposal({ line, stretch }) {
    if (!stretch) return null;
    const course = [...line, stretch.to];
    return (document, allowances) =>
      traceLine(document, { ...stretch, line: course, ...allowances });
  },
  ghosts({ line, next, stretch }, { document }) {
    const all = next ? [...line, next] : [...line];
    return [
      ...(stretch ? [lineGhost('old', courseOf(document, stretch))] : []),
      ...(all.length > 1 ? [lineGhost('line', all)] : []),
      ...line.map((at) => pointGhost('point', at)),
      ...(next && (line.length === 0 || stretch) ? [pointGhost('held', next)] : []),
    ];
  },
  hint({ line, stretch }) {
    const key = stretch ? 'ready' : line.length > 0 ? 'next' : 'first';
    return { key: `redraw.drawBorder.${key}`, params: {} };
  },
  snapping: ({ line }) => (line.length > 0 ? { without: [] } : null),
  anchor: ({ line, next }) =>
    line.length > 0 ? { from: line.at(-1)!, toward: next } : { from: null, toward: null },
  where: ({ next }) => next,
};

export const drawBorderTool = defineTool(drawingBorder);
