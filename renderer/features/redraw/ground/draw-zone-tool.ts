import { Pentagon } from 'lucide-react';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import {
  areaGhosts,
  courseOf,
  type Drawn,
  drawnAnchor,
  drawsPart,
  nothingDrawn,
  polygonOf,
} from './drawn.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { type NewZone, newZoneAt } from './zone-under.ts';

interface Drawing {
  drawn: Drawn;
  newId: string;
  /** What it is called and belongs to, by its first corner. */
  form: NewZone | null;
  done: boolean;
}

/** With the form that the first corner decides, which is asked for once. */
function formed(state: Drawing, document: DocumentView): Drawing {
  const [first] = state.drawn.corners;
  if ((first === undefined) === (state.form === null)) return state;
  return { ...state, form: first ? newZoneAt(document, first) : null };
}

/** Draws a new zone: an enclave in another, one across several, or on ground that nobody answers for. */
export const drawing: ToolSpec<Drawing> = {
  id: 'draw',
  group: 'ground',
  key: 'D',
  icon: Pentagon,
  allows: ['beyondLevels'],
  begin: () => ({ drawn: nothingDrawn, newId: crypto.randomUUID(), form: null, done: false }),
  next: (state, event, { document }) => formed(drawsPart(state, event), document),
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request({ drawn, newId, form }, { allowances: { beyondLevels } }) {
    const part = polygonOf(courseOf(drawn));
    if (!part || !form) return null;
    return { command: 'drawZone', args: { ...form, part, newId, beyondLevels } };
  },
  ghosts: ({ drawn }) => areaGhosts(drawn),
  hint({ drawn: { corners } }): Words {
    const key = corners.length === 0 ? 'idle' : corners.length < 3 ? 'next' : 'close';
    return { key: `redraw.draw.${key}`, params: {} };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ drawn }) => drawnAnchor(drawn),
};

export const drawZoneTool = defineTool(drawing);
