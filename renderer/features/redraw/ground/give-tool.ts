import { Lasso } from 'lucide-react';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import {
  alsoDrawn,
  areaGhosts,
  closesPart,
  type Drawn,
  drawnAnchor,
  nothingDrawn,
  polygonOf,
  withCorner,
} from './drawn.ts';
import { ringedZone } from '#shared/edits/vertices.ts';
import { zoneUnder } from './zone-under.ts';

interface Giving {
  drawn: Drawn;
  /** The part is drawn; what is asked for is who gets it. */
  closed: boolean;
  toId: string | null;
  done: boolean;
}

const idle: Giving = { drawn: nothingDrawn, closed: false, toId: null, done: false };

/** Gives a drawn part to the zone that is clicked then: of the selected zone, else of all it covers. */
export const giving: ToolSpec<Giving> = {
  id: 'give',
  group: 'ground',
  key: 'G',
  icon: Lasso,
  allows: ['beyondLevels'],
  begin: () => idle,
  next(state, event, { document }) {
    const { drawn, closed } = state;
    if (closed) {
      switch (event.type) {
        case 'hover': {
          const toId = event.at ? (zoneUnder(document, event.at.exact)?.id ?? null) : null;
          return toId === state.toId ? state : { ...state, toId };
        }
        case 'click': {
          const toId = zoneUnder(document, event.at.exact)?.id ?? null;
          return { ...state, toId, done: toId !== null };
        }
        case 'finish':
          return state.toId === null ? state : { ...state, done: true };
        case 'back':
          return { ...state, closed: false, toId: null };
        default:
          return state;
      }
    }
    if (event.type === 'click' && !closesPart(drawn, event.at.position)) {
      return { ...state, drawn: withCorner(drawn, event.at.position) };
    }
    if (event.type === 'click' || event.type === 'finish') {
      return closesPart(drawn, null)
        ? { ...state, drawn: { ...drawn, at: null }, closed: true }
        : state;
    }
    return alsoDrawn(state, event);
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request({ drawn, closed, toId }, { document, selectedId, allowances: { beyondLevels } }) {
    const part = polygonOf(drawn.corners);
    if (!closed || !part || toId === null) return null;
    const from = ringedZone(document, selectedId);
    if (from && from.id !== toId) {
      return { command: 'givePart', args: { fromId: from.id, toId, part, beyondLevels } };
    }
    return { command: 'paintGround', args: { toId, units: [part], beyondLevels } };
  },
  ghosts: ({ drawn }) => areaGhosts(drawn),
  hint({ drawn, closed, toId }, { document }): Words {
    if (closed) {
      const zone = toId === null ? undefined : document.find('zone', toId);
      return zone
        ? { key: 'redraw.give.over', params: { zone: zone.name } }
        : { key: 'redraw.give.whom', params: {} };
    }
    const key = drawn.corners.length === 0 ? 'idle' : drawn.corners.length < 3 ? 'next' : 'close';
    return { key: `redraw.give.${key}`, params: {} };
  },
  snapping: ({ closed }) => (closed ? null : { without: [] }),
  anchor: ({ drawn, closed }) => (closed ? null : drawnAnchor(drawn)),
};

export const giveTool = defineTool(giving);
