import { Road } from 'lucide-react';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import {
  alsoDrawn,
  courseOf,
  type Drawn,
  drawnAnchor,
  lineGhosts,
  nothingDrawn,
  withCorner,
} from './drawn.ts';
import { NewWidthField } from './metre-fields.tsx';
import { overlayAt } from './overlay-at.ts';
import type { NewZone } from './zone-under.ts';

interface DrawingStrip {
  drawn: Drawn;
  newId: string;
  /** What it is called and belongs to, by the corners set so far. */
  form: NewZone | null;
  done: boolean;
}

/** With the form that the corners decide, which is asked for once for each of them. */
function formed(state: DrawingStrip, was: DrawingStrip, document: DocumentView): DrawingStrip {
  const { corners } = state.drawn;
  if (corners === was.drawn.corners) return state;
  return { ...state, form: corners.length > 0 ? overlayAt(document, corners, '条') : null };
}

/** Draws a new 条: the middle line of a road, to which the bar gives its width. */
export const drawingStrip: ToolSpec<DrawingStrip> = {
  id: 'drawStrip',
  group: 'ground',
  key: 'Y',
  icon: Road,
  allows: ['allowInvalid'],
  Settings: NewWidthField,
  begin: () => ({ drawn: nothingDrawn, newId: crypto.randomUUID(), form: null, done: false }),
  next(state, event, { document }) {
    const { drawn } = state;
    if (event.type === 'click') {
      const next = { ...state, drawn: withCorner(drawn, event.at.position) };
      return formed(next, state, document);
    }
    if (event.type === 'finish') {
      // What the pointer points at is no corner unless it was clicked.
      return drawn.corners.length > 1
        ? { ...state, drawn: { ...drawn, at: null }, done: true }
        : state;
    }
    return formed(alsoDrawn(state, event), state, document);
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request({ drawn, newId, form }, { settings: { newWidthM }, allowances: { allowInvalid } }) {
    const line = courseOf(drawn);
    if (line.length < 2 || !form) return null;
    return {
      command: 'drawStrip',
      args: { ...form, newId, line, widthM: newWidthM, allowInvalid },
    };
  },
  ghosts: ({ drawn }) => lineGhosts(drawn),
  hint({ drawn: { corners } }): Words {
    const key = corners.length === 0 ? 'idle' : corners.length < 2 ? 'next' : 'more';
    return { key: `redraw.drawStrip.${key}`, params: {} };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ drawn }) => drawnAnchor(drawn),
};

export const drawStripTool = defineTool(drawingStrip);
