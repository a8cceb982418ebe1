import { Grid2x2 } from 'lucide-react';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import { EvenFields } from './even-fields.tsx';
import { ringedZone } from '#shared/edits/vertices.ts';
import { zoneUnder } from './zone-under.ts';

interface SplittingEvenly {
  /** The zone whose parts are shown. */
  zoneId: string | null;
  newId: string;
  done: boolean;
}

/** Splits a zone into parts of equal area or equal work. */
export const splittingEvenly: ToolSpec<SplittingEvenly> = {
  id: 'splitEvenly',
  group: 'ground',
  key: 'Q',
  icon: Grid2x2,
  allows: [],
  Settings: EvenFields,
  begin: ({ document, selectedId }) => ({
    zoneId: ringedZone(document, selectedId)?.id ?? null,
    newId: crypto.randomUUID(),
    done: false,
  }),
  next(state, event, { document }) {
    switch (event.type) {
      case 'click': {
        const zoneId = zoneUnder(document, event.at.exact)?.id ?? null;
        return { ...state, zoneId, done: zoneId !== null && zoneId === state.zoneId };
      }
      case 'finish':
        return state.zoneId === null ? state : { ...state, done: true };
      case 'back':
        return { ...state, zoneId: null };
    }
    return state;
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ zoneId }) => zoneId !== null,
  request({ zoneId, newId }, { settings: { parts, evenBy } }) {
    if (zoneId === null) return null;
    const command = evenBy === 'work' ? 'splitByWork' : 'splitEvenly';
    return { command, args: { zoneId, parts, newId } };
  },
  ghosts: () => [],
  hint({ zoneId }, { document }): Words {
    const zone = zoneId === null ? undefined : document.find('zone', zoneId);
    return zone
      ? { key: 'redraw.splitEvenly.ready', params: { zone: zone.name } }
      : { key: 'redraw.splitEvenly.idle', params: {} };
  },
};

export const splitEvenlyTool = defineTool(splittingEvenly);
