import { MapPinPlus } from 'lucide-react';
import {
  defineTool,
  type ToolContext,
  type ToolEvent,
  type ToolSpec,
  type Words,
} from '#renderer/features/redraw/tool.ts';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import { pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { samePlace } from '#renderer/features/redraw/same-place.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { discGround } from '#shared/topology/round-ground.ts';
import {
  areaGhosts,
  courseOf,
  type Drawn,
  drawnAnchor,
  drawsPart,
  nothingDrawn,
  polygonOf,
} from './drawn.ts';
import { overlayAt } from './overlay-at.ts';
import { SiteFields } from './site-fields.tsx';
import type { NewZone } from './zone-under.ts';

interface DrawingSite {
  /** Middle of a circle: where the pointer is. */
  at: LonLat | null;
  /** Corners of a polygon. */
  drawn: Drawn;
  newId: string;
  /** What it is called and belongs to, by its places so far. */
  form: NewZone | null;
  done: boolean;
}

/** The name of the point nearest to a position within a radius (metres): what a site is there for. */
function pointNear(document: DocumentView, at: LonLat, radiusM: number): string | null {
  let least = radiusM;
  let nearest: string | null = null;
  for (const { name, position } of document.all('point')) {
    // Cheaper than the distance, and never more than it.
    if (Math.abs(position[1] - at[1]) * 110_000 > least) continue;
    const away = distanceM(at, position as LonLat);
    if (away <= least) [least, nearest] = [away, name];
  }
  return nearest;
}

const isRound = ({ settings }: ToolContext): boolean => settings.siteForm === 'circle';

/** With the form that its places decide, which is asked for once for each of them. */
function formed(
  state: DrawingSite,
  places: readonly LonLat[],
  { document, settings }: ToolContext,
): DrawingSite {
  const [first] = places;
  const stem = first ? pointNear(document, first, settings.newRadiusM) : null;
  return { ...state, form: first ? overlayAt(document, places, '点', stem) : null };
}

function circleNext(state: DrawingSite, event: ToolEvent, context: ToolContext): DrawingSite {
  switch (event.type) {
    case 'hover': {
      const at = event.at?.position ?? null;
      if (samePlace(at, state.at)) return state;
      return formed({ ...state, at }, at ? [at] : [], context);
    }
    case 'click':
    case 'typed': {
      const at = 'at' in event ? event.at.position : event.position;
      return formed({ ...state, at, done: true }, [at], context);
    }
    case 'back':
      return { ...state, drawn: nothingDrawn };
    default:
      return state;
  }
}

function polygonNext(state: DrawingSite, event: ToolEvent, context: ToolContext): DrawingSite {
  const next = drawsPart(state, event);
  const { corners } = next.drawn;
  return corners === state.drawn.corners ? next : formed(next, corners, context);
}

/** Draws a new 点: a circle with one click, or a polygon corner by corner. */
export const drawingSite: ToolSpec<DrawingSite> = {
  id: 'drawSite',
  group: 'ground',
  key: 'Z',
  icon: MapPinPlus,
  allows: ['allowInvalid'],
  Settings: SiteFields,
  begin: () => ({
    at: null,
    drawn: nothingDrawn,
    newId: crypto.randomUUID(),
    form: null,
    done: false,
  }),
  next: (state, event, context) =>
    isRound(context) ? circleNext(state, event, context) : polygonNext(state, event, context),
  isComplete: ({ done }) => done,
  canStepBack: ({ drawn }) => drawn.corners.length > 0,
  request({ at, drawn, newId, form }, { settings, allowances: { allowInvalid } }) {
    const { siteForm, newRadiusM: radiusM } = settings;
    const part = polygonOf(courseOf(drawn));
    const ground = siteForm === 'circle' ? at && { at, radiusM } : part && { part };
    if (!ground || !form) return null;
    return { command: 'drawSite', args: { ...form, newId, ground, allowInvalid } };
  },
  ghosts({ at, drawn }, context): Ghost[] {
    if (!isRound(context)) return areaGhosts(drawn);
    if (!at) return [];
    const [disc] = discGround(at, context.settings.newRadiusM, false);
    return [...(disc ? [{ part: 'area' as const, geometry: disc }] : []), pointGhost('held', at)];
  },
  hint({ drawn: { corners } }, context): Words {
    if (isRound(context)) return { key: 'redraw.drawSite.circle', params: {} };
    const key = corners.length === 0 ? 'idle' : corners.length < 3 ? 'next' : 'close';
    return { key: `redraw.drawSite.${key}`, params: {} };
  },
  snapping: () => ({ without: [] }),
  anchor: ({ drawn }) => drawnAnchor(drawn),
};

export const drawSiteTool = defineTool(drawingSite);
