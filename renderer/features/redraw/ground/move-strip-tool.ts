import { Construction } from 'lucide-react';
import {
  defineTool,
  type ToolContext,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import {
  alsoDrawn,
  courseOf,
  type Drawn,
  drawnAnchor,
  lineGhosts,
  nothingDrawn,
  withCorner,
} from './drawn.ts';
import { WidthField } from './metre-fields.tsx';
import { isInside } from './zone-under.ts';

interface MovingStrip {
  zoneId: string | null;
  drawn: Drawn;
  done: boolean;
}

const isStrip = (zone: Zone | undefined): boolean => zone?.shape === 'strip';

function selectedStrip({ document, selectedId }: ToolContext): string | null {
  const zone = selectedId === null ? undefined : document.find('zone', selectedId);
  return zone && isStrip(zone) ? zone.id : null;
}

/** Draws the line of a 条 anew, or gives it another width: of the selected one, else of one clicked first. */
export const movingStrip: ToolSpec<MovingStrip> = {
  id: 'moveStrip',
  group: 'ground',
  key: 'W',
  icon: Construction,
  allows: ['allowInvalid'],
  Settings: WidthField,
  begin: (context) => ({ zoneId: selectedStrip(context), drawn: nothingDrawn, done: false }),
  next(state, event, { document }) {
    const { drawn, zoneId } = state;
    if (zoneId === null) {
      if (event.type !== 'click') return state;
      const strip = document.all('zone').find((zone) => {
        const ground = isStrip(zone) ? zoneGround(zone) : null;
        return ground && isInside(ground, event.at.exact);
      });
      return strip ? { ...state, zoneId: strip.id } : state;
    }
    if (event.type === 'click') return { ...state, drawn: withCorner(drawn, event.at.position) };
    if (event.type === 'finish') return { ...state, drawn: { ...drawn, at: null }, done: true };
    return alsoDrawn(state, event);
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request({ zoneId, drawn }, { settings: { widthM }, allowances: { allowInvalid } }) {
    const line = courseOf(drawn);
    if (zoneId === null || (line.length < 2 && widthM === null)) return null;
    return {
      command: 'changeStrip',
      args: {
        zoneId,
        ...(line.length > 1 && { lines: [line] }),
        ...(widthM !== null && { widthM }),
        allowInvalid,
      },
    };
  },
  ghosts: ({ drawn }) => lineGhosts(drawn),
  hint({ zoneId, drawn }, { document }): Words {
    const zone = zoneId === null ? undefined : document.find('zone', zoneId);
    if (!zone) return { key: 'redraw.moveStrip.idle', params: {} };
    const key = drawn.corners.length === 0 ? 'ready' : 'more';
    return { key: `redraw.moveStrip.${key}`, params: { zone: zone.name } };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ zoneId, drawn }) => (zoneId === null ? null : drawnAnchor(drawn)),
};

export const moveStripTool = defineTool(movingStrip);
