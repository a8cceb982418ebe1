import { Pentagon } from 'lucide-react';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import {
  areaGhosts,
  courseOf,
  type Drawn,
  drawnAnchor,
  drawnNext,
  nothingDrawn,
  polygonOf,
  withCorner,
} from './drawn.ts';
import { closesPart } from './give-tool.ts';
import { newZoneAt } from './zone-under.ts';

interface Drawing {
  drawn: Drawn;
  newId: string;
  done: boolean;
}

/** Draws a new zone: an enclave in another, one across several, or on ground that nobody answers for. */
export const drawing: ToolSpec<Drawing> = {
  id: 'draw',
  group: 'ground',
  key: 'D',
  icon: Pentagon,
  allows: ['beyondLevels'],
  begin: () => ({ drawn: nothingDrawn, newId: crypto.randomUUID(), done: false }),
  next(state, event) {
    const { drawn } = state;
    if (event.type === 'click' && !closesPart(drawn, event.at.position)) {
      return { ...state, drawn: withCorner(drawn, event.at.position) };
    }
    if (event.type === 'click' || event.type === 'finish') {
      return closesPart(drawn, null)
        ? { ...state, drawn: { ...drawn, at: null }, done: true }
        : state;
    }
    const next = drawnNext(drawn, event);
    return next && next !== drawn ? { ...state, drawn: next } : state;
  },
  isHolding: () => false,
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  proposal: () => null,
  request({ drawn, newId }, { document, allowances: { beyondLevels } }) {
    const part = polygonOf(courseOf(drawn));
    const [first] = drawn.corners;
    if (!part || !first) return null;
    const form = newZoneAt(document, first);
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
