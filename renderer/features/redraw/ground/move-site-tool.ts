import { CircleDot } from 'lucide-react';
import { lineGhost, pointGhost } from '#renderer/features/redraw/line-ghost.ts';
import { defineTool, type ToolSpec, type Words } from '#renderer/features/redraw/tool.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { RadiusField } from './metre-fields.tsx';

interface MovingSite {
  zoneId: string | null;
  from: LonLat | null;
  to: LonLat | null;
  /** Where on the site it was taken, as far from its middle. */
  grip: LonLat;
  dragging: boolean;
  done: boolean;
}

const idle: MovingSite = {
  zoneId: null,
  from: null,
  to: null,
  grip: [0, 0],
  dragging: false,
  done: false,
};

type Site = Extract<Zone, { shape: 'site' }> & { geometry: { type: 'Point' } };

function isRound(zone: Zone | undefined): zone is Site {
  return zone?.shape === 'site' && zone.geometry.type === 'Point';
}

const middleOf = (site: Site): LonLat => site.geometry.coordinates as LonLat;

/** The 点 at a position, the nearest where several lie over one another. */
function siteUnder(document: DocumentView, at: LonLat): Site | null {
  let least = Infinity;
  let nearest: Site | null = null;
  for (const zone of document.all('zone')) {
    if (!isRound(zone)) continue;
    const away = distanceM(at, middleOf(zone));
    if (away <= (zone.radiusM ?? 0) && away < least) [least, nearest] = [away, zone];
  }
  return nearest;
}

/** Moves a 点 that is a circle, or gives the selected one another radius. */
export const movingSite: ToolSpec<MovingSite> = {
  id: 'moveSite',
  group: 'ground',
  key: 'R',
  icon: CircleDot,
  allows: ['allowInvalid'],
  Settings: RadiusField,
  begin: ({ document, selectedId }) => {
    const zone = selectedId === null ? undefined : document.find('zone', selectedId);
    return isRound(zone) ? { ...idle, zoneId: zone.id } : idle;
  },
  next(state, event, { document }) {
    switch (event.type) {
      case 'press': {
        const site = siteUnder(document, event.at.exact);
        if (!site) return state;
        const from = middleOf(site);
        const [x, y] = event.at.exact;
        const grip: LonLat = [x - from[0], y - from[1]];
        return { ...idle, zoneId: site.id, from, to: from, grip, dragging: true };
      }
      case 'drag': {
        if (!state.dragging) return state;
        const [x, y] = event.at.exact;
        return { ...state, to: [x - state.grip[0], y - state.grip[1]] };
      }
      case 'release': {
        const { from, to, dragging } = state;
        const moved = from && to && (from[0] !== to[0] || from[1] !== to[1]);
        return dragging ? { ...state, dragging: false, done: Boolean(moved) } : state;
      }
      case 'typed':
        return state.zoneId === null ? state : { ...state, to: event.position, done: true };
      case 'finish':
        return state.zoneId === null ? state : { ...state, done: true };
      case 'back':
        return idle;
    }
    return state;
  },
  isHolding: ({ dragging }) => dragging,
  isComplete: ({ done }) => done,
  canStepBack: ({ dragging }) => dragging,
  request({ zoneId, to }, { settings: { radiusM }, allowances: { allowInvalid } }) {
    if (zoneId === null || (!to && radiusM === null)) return null;
    return {
      command: 'moveSite',
      args: { zoneId, ...(to && { at: to }), ...(radiusM !== null && { radiusM }), allowInvalid },
    };
  },
  ghosts: ({ from, to }) =>
    from && to ? [lineGhost('old', [from, to]), pointGhost('held', to)] : [],
  hint({ zoneId, dragging }, { document }): Words {
    const zone = zoneId === null ? undefined : document.find('zone', zoneId);
    if (!zone) return { key: 'redraw.moveSite.idle', params: {} };
    return {
      key: `redraw.moveSite.${dragging ? 'dragging' : 'ready'}`,
      params: { zone: zone.name },
    };
  },
  anchor: ({ from, zoneId }) => (zoneId === null ? null : { from, toward: null }),
};

export const moveSiteTool = defineTool(movingSite);
