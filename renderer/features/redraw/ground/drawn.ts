import type { Polygon } from 'geojson';
import { lineGhost, pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { samePlace } from '#renderer/features/redraw/same-place.ts';
import type { Place, ToolEvent } from '#renderer/features/redraw/tool.ts';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** Corners set one after the other, and where the next one would be. */
export interface Drawn {
  corners: readonly LonLat[];
  at: LonLat | null;
}

export const nothingDrawn: Drawn = { corners: [], at: null };

/** A corner more; a second click on the last one, as of a double click, is none. */
export function withCorner(drawn: Drawn, corner: LonLat): Drawn {
  const last = drawn.corners.at(-1);
  return last && samePlace(last, corner)
    ? drawn
    : { corners: [...drawn.corners, corner], at: null };
}

export function withHover(drawn: Drawn, at: Place | null): Drawn {
  const next = at?.position ?? null;
  if (samePlace(next, drawn.at)) return drawn;
  return { ...drawn, at: next };
}

/** What hovering, a typed corner and a step back mean to anything drawn; null for other events. */
function drawnNext(drawn: Drawn, event: ToolEvent): Drawn | null {
  if (event.type === 'hover') return withHover(drawn, event.at);
  if (event.type === 'typed') return withCorner(drawn, event.position);
  if (event.type === 'back') return { ...drawn, corners: drawn.corners.slice(0, -1) };
  return null;
}

/** A tool's state after what means the same to all that draw; the same one when the event means nothing. */
export function alsoDrawn<State extends { drawn: Drawn }>(state: State, event: ToolEvent): State {
  const drawn = drawnNext(state.drawn, event);
  return drawn && drawn !== state.drawn ? { ...state, drawn } : state;
}

/** Whether a drawn part has corners enough to be closed, and a click (null: Enter) closes it: on its first corner. */
export function closesPart({ corners }: Drawn, at: LonLat | null): boolean {
  return corners.length > 2 && (at === null || samePlace(corners[0], at));
}

/**
 * A tool's state after an event while it draws a part: each click is a corner, Enter or the first corner
 * again closes it, and then it is done. The same state when the event means nothing.
 */
export function drawsPart<State extends { drawn: Drawn; done: boolean }>(
  state: State,
  event: ToolEvent,
): State {
  const { drawn } = state;
  const isClick = event.type === 'click';
  if (event.type === 'finish' || (isClick && closesPart(drawn, event.at.position))) {
    return closesPart(drawn, null)
      ? { ...state, drawn: { ...drawn, at: null }, done: true }
      : state;
  }
  return isClick
    ? { ...state, drawn: withCorner(drawn, event.at.position) }
    : alsoDrawn(state, event);
}

/** The corners with the one that the next click would set. */
export function courseOf({ corners, at }: Drawn): LonLat[] {
  const last = corners.at(-1);
  return at && last && !samePlace(last, at) ? [...corners, at] : [...corners];
}

/** The ground inside; null while there is none. */
export function polygonOf(corners: readonly LonLat[]): Polygon | null {
  const [first] = corners;
  if (!first || corners.length < 3) return null;
  return { type: 'Polygon', coordinates: [[...corners, first].map((at) => [...at])] };
}

export function drawnAnchor({ corners, at }: Drawn): {
  from: LonLat | null;
  toward: LonLat | null;
} {
  return { from: corners.at(-1) ?? null, toward: at };
}

export function lineGhosts(drawn: Drawn): Ghost[] {
  const course = courseOf(drawn);
  return [
    ...(course.length > 1 ? [lineGhost('line', course)] : []),
    ...drawn.corners.map((at) => pointGhost('point', at)),
  ];
}

export function areaGhosts(drawn: Drawn): Ghost[] {
  const polygon = polygonOf(courseOf(drawn));
  return [...(polygon ? [{ part: 'area' as const, geometry: polygon }] : []), ...lineGhosts(drawn)];
}
