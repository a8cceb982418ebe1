import { Donut } from 'lucide-react';
import {
  defineTool,
  type ToolContext,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import { partNames } from '#shared/edits/redraw/part-names.ts';
import type { Zone } from '#shared/model/zone.ts';
import {
  areaGhosts,
  courseOf,
  type Drawn,
  drawnAnchor,
  drawsPart,
  nothingDrawn,
  polygonOf,
} from './drawn.ts';
import { CutFields } from './cut-fields.tsx';
import { zoneUnder } from './zone-under.ts';

interface CuttingOut {
  drawn: Drawn;
  newId: string;
  done: boolean;
}

/** The selected block, else the zone in which the first corner was set. */
function zoneOf({ drawn }: CuttingOut, { document, selectedId }: ToolContext): Zone | null {
  const selected = selectedId === null ? undefined : document.find('zone', selectedId);
  if (selected?.shape === 'block') return selected;
  const [first] = drawn.corners;
  return first ? zoneUnder(document, first) : null;
}

/** Cuts a drawn piece out of one zone: an enclave of its own, or a hole that nobody answers for. */
export const cuttingOut: ToolSpec<CuttingOut> = {
  id: 'cutOut',
  group: 'ground',
  key: 'J',
  icon: Donut,
  allows: ['allowInvalid'],
  Settings: CutFields,
  begin: () => ({ drawn: nothingDrawn, newId: crypto.randomUUID(), done: false }),
  next: drawsPart,
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request(state, context) {
    const { document, settings, allowances } = context;
    const part = polygonOf(courseOf(state.drawn));
    const from = part && zoneOf(state, context);
    if (!part || !from) return null;
    return {
      command: 'cutOut',
      args: {
        newId: state.newId,
        name: partNames(document, from.name, [])(0),
        parentId: from.parentId,
        fromId: from.id,
        part,
        to: settings.cutTo,
        allowInvalid: allowances.allowInvalid,
      },
    };
  },
  ghosts: ({ drawn }) => areaGhosts(drawn),
  hint(state, context): Words {
    const { corners } = state.drawn;
    if (corners.length > 0) {
      return { key: `redraw.cutOut.${corners.length < 3 ? 'next' : 'close'}`, params: {} };
    }
    const zone = zoneOf(state, context);
    return zone
      ? { key: 'redraw.cutOut.ready', params: { zone: zone.name } }
      : { key: 'redraw.cutOut.idle', params: {} };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ drawn }) => drawnAnchor(drawn),
};

export const cutOutTool = defineTool(cuttingOut);
