import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import { ringedZone } from '#shared/edits/vertices.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { ringPath } from '#shared/topology/redraw/ring-path.ts';
import { samePlace } from './same-place.ts';
import { vertexUnder } from './border-under.ts';
import type { Place, ToolContext, ToolEvent } from './tool.ts';
import { vertexStops } from './vertex-stops.ts';

/** A stretch of a zone's border between two of its vertices. */
export interface Stretch {
  zoneId: string;
  from: LonLat;
  to: LonLat;
  otherWay: boolean;
}

/** Choosing a stretch: one end, then the other. */
export interface StretchGesture {
  /** The vertex under the pointer, or chosen by keys. */
  over: LonLat | null;
  from: LonLat | null;
  /** The stretch to the vertex that is pointed at, or chosen. */
  stretch: Stretch | null;
  /** Both ends are chosen. */
  fixed: boolean;
}

export const noStretch: StretchGesture = { over: null, from: null, stretch: null, fixed: false };

/** The stretch of border between two vertices, of the selected zone where it has both. */
export function stretchBetween(
  document: DocumentView,
  selectedId: string | null,
  from: LonLat,
  to: LonLat,
  otherWay: boolean,
): Stretch | null {
  if (samePlace(from, to)) return null;
  const near = ringedNear(document, [...from, ...from]);
  const inOrder = near.toSorted(
    (a, b) => Number(b.id === selectedId) - Number(a.id === selectedId),
  );
  const zone = inOrder.find(({ geometry }) => ringPath(geometry as Area, from, to, false) !== null);
  return zone ? { zoneId: zone.id, from, to, otherWay } : null;
}

/** The vertices of a stretch, from one end to the other; none where it is no longer there. */
export function courseOf(
  document: DocumentView,
  { zoneId, from, to, otherWay }: Stretch,
): LonLat[] {
  const zone = ringedZone(document, zoneId);
  return (zone ? (ringPath(zone.geometry as Area, from, to, otherWay) ?? []) : []) as LonLat[];
}

/** The choice after an event; the same one when the event means nothing to it. */
export function nextStretch(
  state: StretchGesture,
  event: ToolEvent,
  { document, selectedId }: ToolContext,
): StretchGesture {
  const { from, over } = state;
  const towards = (to: LonLat | null, shift: boolean): StretchGesture => ({
    ...state,
    over: to,
    stretch: from && to ? stretchBetween(document, selectedId, from, to, shift) : null,
  });
  const pointed = (place: Place): StretchGesture =>
    towards(vertexUnder(document, place), place.shift);
  switch (event.type) {
    case 'hover': {
      if (state.fixed || !event.at) return state;
      const next = pointed(event.at);
      const isSame =
        next.over?.join() === over?.join() && next.stretch?.otherWay === state.stretch?.otherWay;
      return isSame ? state : next;
    }
    case 'click':
      return state.fixed ? state : chosen(pointed(event.at));
    case 'finish':
      return state.fixed ? state : chosen(state);
    case 'step': {
      if (state.fixed) return state;
      const next = vertexStops(document, selectedId, over ?? from, event.by);
      return next ? towards(next, false) : state;
    }
    case 'back':
      if (state.fixed) return { ...state, fixed: false, stretch: null };
      return noStretch;
    default:
      return state;
  }
}

/** Takes what is pointed at: the first end, or with it the stretch. */
function chosen(state: StretchGesture): StretchGesture {
  if (!state.from) return state.over ? { ...state, from: state.over } : state;
  return state.stretch ? { ...state, fixed: true } : state;
}
