import { Route } from 'lucide-react';
import type { Position } from 'geojson';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type Place, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { ringedZone, zoneUnder } from './zone-under.ts';

interface Along {
  /** The line under the pointer. */
  line: LonLat[] | null;
  zoneId: string | null;
  newId: string;
  done: boolean;
}

/** Lines of the layers by which zones may be split: streets, communities, exceptions, 条, registered borders. */
function* layerLines(document: DocumentView): Generator<Position[]> {
  for (const kind of ['street', 'community', 'exception'] as const) {
    for (const { geometry } of document.all(kind)) yield* polygonsOf(geometry).flat();
  }
  for (const { geometry } of document.all('zone')) {
    if (geometry.type === 'LineString') yield geometry.coordinates;
    else if (geometry.type === 'MultiLineString') yield* geometry.coordinates;
  }
  for (const border of document.all('border')) yield* borderLines(border);
}

/** The line nearest to a place, within reach; null for none. */
function lineUnder(document: DocumentView, { exact, reach }: Place): LonLat[] | null {
  let least = 1;
  let nearest: Position[] | null = null;
  const [x, y] = exact;
  for (const line of layerLines(document)) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      if (Math.max(a[0]!, b[0]!) < x - reach[0] || Math.min(a[0]!, b[0]!) > x + reach[0]) continue;
      if (Math.max(a[1]!, b[1]!) < y - reach[1] || Math.min(a[1]!, b[1]!) > y + reach[1]) continue;
      const scaled = (at: Position): Position => [at[0]! / reach[0], at[1]! / reach[1]];
      const distance = pointSegmentDistance(scaled(exact), scaled(a), scaled(b));
      if (distance < least) [least, nearest] = [distance, line];
    }
  }
  return nearest as LonLat[] | null;
}

/** Splits a zone along a line of another layer. */
export const splittingAlong: ToolSpec<Along> = {
  id: 'splitAlong',
  group: 'ground',
  key: 'A',
  icon: Route,
  allows: [],
  begin: () => ({ line: null, zoneId: null, newId: crypto.randomUUID(), done: false }),
  next(state, event, { document, selectedId }) {
    if (event.type !== 'hover' && event.type !== 'click') return state;
    const line = event.at && lineUnder(document, event.at);
    const zone =
      ringedZone(document, selectedId) ?? (event.at && zoneUnder(document, event.at.exact));
    const zoneId = line ? (zone?.id ?? null) : null;
    const done = event.type === 'click' && zoneId !== null;
    const isSame = line === state.line && zoneId === state.zoneId && !done;
    return isSame ? state : { ...state, line, zoneId, done };
  },
  isHolding: () => false,
  isComplete: ({ done }) => done,
  canStepBack: () => false,
  proposal: () => null,
  request({ line, zoneId, newId }) {
    if (!line || zoneId === null) return null;
    return { command: 'splitZone', args: { zoneId, lines: [line], newId } };
  },
  ghosts: ({ line }) => (line ? [lineGhost('held', line)] : []),
  hint: ({ line }) => ({ key: `redraw.splitAlong.${line ? 'over' : 'idle'}`, params: {} }),
  snapping: () => null,
};

export const splitAlongTool = defineTool(splittingAlong);
