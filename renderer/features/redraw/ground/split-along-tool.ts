import { Slice } from 'lucide-react';
import type { Position } from 'geojson';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type Place, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { areasNear } from '#shared/edits/redraw/areas-near.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Bounds } from '#shared/geo/bounds.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { lineAt } from '#shared/topology/redraw/line-at.ts';
import { ringedZone } from '#shared/edits/vertices.ts';
import { zoneUnder } from './zone-under.ts';

interface Along {
  /** The line under the pointer. */
  line: LonLat[] | null;
  zoneId: string | null;
  newId: string;
  done: boolean;
}

/** Lines by which zones may be split: streets, communities and exceptions in a box, base units that are seen, 条, registered borders. */
function* layerLines(
  document: DocumentView,
  box: Bounds,
  seesBaseUnits: boolean,
): Generator<Position[]> {
  const levels = ['street', 'community', 'exception'] as const;
  for (const kind of seesBaseUnits ? ([...levels, 'baseUnit'] as const) : levels) {
    for (const { geometry } of areasNear(document.all(kind), box)) {
      yield* polygonsOf(geometry).flat();
    }
  }
  for (const { geometry } of document.all('zone')) {
    if (geometry.type === 'LineString') yield geometry.coordinates;
    else if (geometry.type === 'MultiLineString') yield* geometry.coordinates;
  }
  for (const border of document.all('border')) yield* borderLines(border);
}

/** The line nearest to a place, within reach; null for none. */
function lineUnder(document: DocumentView, place: Place): LonLat[] | null {
  const { exact, reach, seesBaseUnits } = place;
  const [x, y] = exact;
  const box: Bounds = [x - reach[0], y - reach[1], x + reach[0], y + reach[1]];
  const lines = [...layerLines(document, box, seesBaseUnits)];
  return (lines[lineAt(lines, exact, reach)] ?? null) as LonLat[] | null;
}

/** Splits a zone along a line of another layer. */
export const splittingAlong: ToolSpec<Along> = {
  id: 'splitAlong',
  group: 'ground',
  key: 'A',
  icon: Slice,
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
  isComplete: ({ done }) => done,
  request({ line, zoneId, newId }) {
    if (!line || zoneId === null) return null;
    return { command: 'splitZone', args: { zoneId, lines: [line], newId } };
  },
  ghosts: ({ line }) => (line ? [lineGhost('held', line)] : []),
  hint: ({ line }) => ({ key: `redraw.splitAlong.${line ? 'over' : 'idle'}`, params: {} }),
};

export const splitAlongTool = defineTool(splittingAlong);
