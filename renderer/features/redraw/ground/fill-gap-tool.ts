import { SquarePlus } from 'lucide-react';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { newZoneAt } from './zone-under.ts';

interface Filling {
  at: LonLat | null;
  newId: string;
}

/** One click on ground that nobody answers for makes all of it a zone. */
export const fillingGap: ToolSpec<Filling> = {
  id: 'fillGap',
  group: 'ground',
  key: 'U',
  icon: SquarePlus,
  allows: [],
  begin: () => ({ at: null, newId: crypto.randomUUID() }),
  next: (state, event) => (event.type === 'click' ? { ...state, at: event.at.exact } : state),
  isComplete: ({ at }) => at !== null,
  request({ at, newId }, { document }) {
    if (!at) return null;
    const offset = document.all('project')[0]?.utcOffsetMinutes ?? 0;
    const { name, parentId } = newZoneAt(document, at);
    const on = localDay(Date.now(), offset);
    return { command: 'fillGap', args: { at, on, newId, name, parentId } };
  },
  ghosts: () => [],
  hint: () => ({ key: 'redraw.fillGap.idle', params: {} }),
};

export const fillGapTool = defineTool(fillingGap);
