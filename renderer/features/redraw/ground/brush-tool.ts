import { Paintbrush } from 'lucide-react';
import {
  defineTool,
  type ToolContext,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { type PaintUnit, unitAt } from './paint-units.ts';
import { BrushFields } from './brush-fields.tsx';
import { ringedZone } from '#shared/edits/vertices.ts';
import { zoneUnder } from './zone-under.ts';

interface Brushing {
  /** The zone that gets what is painted. */
  toId: string | null;
  over: PaintUnit | null;
  painted: readonly PaintUnit[];
  /** Where the stroke began when the zone there is the one that gets: its own unit is not painted. */
  own: string | null;
  last: LonLat | null;
  done: boolean;
}

const idle: Brushing = { toId: null, over: null, painted: [], own: null, last: null, done: false };

/** Places looked at along a quick movement, so that it leaves no unit out. */
const mostSteps = 64;

/** The units along a movement that are not painted yet. */
function unitsAlong(
  { painted, own }: Brushing,
  from: LonLat,
  to: LonLat,
  reach: readonly [number, number],
  { document, settings }: ToolContext,
): PaintUnit[] {
  const known = new Set([...painted.map(({ key }) => key), own]);
  const found: PaintUnit[] = [];
  const far = Math.hypot((to[0] - from[0]) / reach[0], (to[1] - from[1]) / reach[1]);
  const steps = Math.min(mostSteps, Math.max(1, Math.ceil(far)));
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const at: LonLat = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
    const unit = unitAt(document, settings, at);
    if (!unit || known.has(unit.key)) continue;
    known.add(unit.key);
    found.push(unit);
  }
  return found;
}

/**
 * Paints base units, communities or cells into a zone: the selected one, else the one in which the stroke begins.
 * One stroke is one edit.
 */
export const brushing: ToolSpec<Brushing> = {
  id: 'brush',
  group: 'ground',
  key: 'B',
  icon: Paintbrush,
  allows: ['beyondLevels'],
  Settings: BrushFields,
  begin: () => idle,
  next(state, event, context) {
    const { document, selectedId, settings } = context;
    switch (event.type) {
      case 'hover': {
        const over = event.at && unitAt(document, settings, event.at.exact);
        return over?.key === state.over?.key ? state : { ...state, over };
      }
      case 'press': {
        const { exact, reach } = event.at;
        const selected = ringedZone(document, selectedId);
        const to = selected ?? zoneUnder(document, exact);
        if (!to) return idle;
        const own = selected ? null : (unitAt(document, settings, exact)?.key ?? null);
        const begun: Brushing = { ...idle, toId: to.id, own, last: exact };
        return { ...begun, painted: unitsAlong(begun, exact, exact, reach, context) };
      }
      case 'drag': {
        if (!state.last) return state;
        const { exact, reach } = event.at;
        const more = unitsAlong(state, state.last, exact, reach, context);
        const painted = more.length > 0 ? [...state.painted, ...more] : state.painted;
        return { ...state, painted, last: exact };
      }
      case 'release':
        return state.painted.length > 0 ? { ...state, done: true } : idle;
      case 'back':
        return idle;
    }
    return state;
  },
  isHolding: ({ last }) => last !== null,
  isComplete: ({ done }) => done,
  canStepBack: ({ last }) => last !== null,
  request({ toId, painted }, { allowances: { beyondLevels } }) {
    if (toId === null || painted.length === 0) return null;
    const units = painted.map(({ geometry }) => geometry);
    return { command: 'paintGround', args: { toId, units, mayVanish: true, beyondLevels } };
  },
  ghosts: ({ painted, over, last }) =>
    [...painted, ...(over && !last ? [over] : [])].map(({ geometry }) => ({
      part: 'area' as const,
      geometry,
    })),
  hint({ toId, last }, { document, selectedId }): Words {
    const zone = ringedZone(document, last ? toId : selectedId);
    if (!zone) return { key: 'redraw.brush.idle', params: {} };
    return { key: `redraw.brush.${last ? 'painting' : 'ready'}`, params: { zone: zone.name } };
  },
};

export const brushTool = defineTool(brushing);
