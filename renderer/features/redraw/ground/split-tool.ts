import { Scissors } from 'lucide-react';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import {
  defineTool,
  type ToolContext,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import {
  alsoDrawn,
  courseOf,
  type Drawn,
  drawnAnchor,
  lineGhosts,
  nothingDrawn,
  withCorner,
} from './drawn.ts';
import { ringedZone } from '#shared/edits/vertices.ts';
import { zoneUnder } from './zone-under.ts';

interface Splitting {
  /** Lines that are finished; the one being drawn is beside them. */
  lines: readonly LonLat[][];
  drawn: Drawn;
  /** Id of the first new zone. */
  newId: string;
  done: boolean;
}

function linesOf({ lines, drawn }: Splitting): LonLat[][] {
  const course = courseOf(drawn);
  return course.length > 1 ? [...lines, course] : [...lines];
}

/** The selected zone, else the one in which the first line has the middle of its first edge that hits one. */
function zoneOf(lines: readonly LonLat[][], { document, selectedId }: ToolContext): string | null {
  const selected = ringedZone(document, selectedId);
  if (selected) return selected.id;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const zone = zoneUnder(document, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
      if (zone) return zone.id;
    }
  }
  return null;
}

/** Splits a zone along one or several drawn lines. */
export const splitting: ToolSpec<Splitting> = {
  id: 'split',
  group: 'ground',
  key: 'K',
  icon: Scissors,
  allows: [],
  begin: () => ({ lines: [], drawn: nothingDrawn, newId: crypto.randomUUID(), done: false }),
  next(state, event) {
    const { lines, drawn } = state;
    switch (event.type) {
      case 'click': {
        const isNewLine = event.at.shift && drawn.corners.length > 1;
        if (!isNewLine) return { ...state, drawn: withCorner(drawn, event.at.position) };
        return {
          ...state,
          lines: [...lines, [...drawn.corners]],
          drawn: { corners: [event.at.position], at: null },
        };
      }
      case 'finish': {
        // What the pointer points at is no corner unless it was clicked.
        const settled = { ...drawn, at: null };
        return { ...state, drawn: settled, done: lines.length > 0 || drawn.corners.length > 1 };
      }
      case 'back': {
        if (drawn.corners.length > 0 || lines.length === 0) break;
        return {
          ...state,
          lines: lines.slice(0, -1),
          drawn: { corners: lines.at(-1)!.slice(0, -1), at: null },
        };
      }
    }
    return alsoDrawn(state, event);
  },
  isComplete: ({ done }) => done,
  canStepBack: ({ lines, drawn }) => lines.length + drawn.corners.length > 0,
  request(state, context) {
    const lines = linesOf(state);
    const zoneId = zoneOf(lines, context);
    if (lines.length === 0 || zoneId === null) return null;
    return { command: 'splitZone', args: { zoneId, lines, newId: state.newId } };
  },
  ghosts: ({ lines, drawn }) => [
    ...lines.map((line) => lineGhost('line', line)),
    ...lineGhosts(drawn),
  ],
  hint({ drawn }): Words {
    const count = drawn.corners.length;
    const key = count === 0 ? 'idle' : count === 1 ? 'second' : 'more';
    return { key: `redraw.split.${key}`, params: {} };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ drawn }) => drawnAnchor(drawn),
};

export const splitTool = defineTool(splitting);
