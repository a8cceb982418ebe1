import type { StretchArguments } from '#shared/edits/redraw/zone-stretch.ts';
import { ringedZone } from '#shared/edits/vertices.ts';
import { nextStretch, noStretch, type StretchGesture } from './stretch-gesture.ts';
import { stretchGhosts } from './stretch-ghosts.ts';
import type { Proposal, ToolSettings, ToolSpec } from './tool.ts';

/** A stretch to be given another course, by settings that may be changed while it is looked at. */
export interface Reshaping extends StretchGesture {
  /** All borders of this zone are meant. */
  wholeId: string | null;
  done: boolean;
}

const idle: Reshaping = { ...noStretch, wholeId: null, done: false };

/**
 * A tool for which two ends of a stretch are chosen, or with Enter all borders of the selected zone;
 * what would come of it is shown, and a further click or Enter does it.
 * @param propose what is done to a stretch, or to all borders of a zone
 */
export function reshaping(
  id: 'simplify' | 'smooth',
  propose: (stretch: StretchArguments, settings: ToolSettings) => Proposal,
): Omit<ToolSpec<Reshaping>, 'key' | 'icon'> {
  return {
    id,
    group: 'border',
    begin: () => idle,
    next(state, event, context) {
      const isReady = state.fixed || state.wholeId !== null;
      const confirms = event.type === 'finish' || event.type === 'click';
      if (isReady && confirms) return { ...state, done: true };
      if (isReady && event.type !== 'back') return state;
      if (event.type === 'back' && state.wholeId) return idle;
      const isWhole = event.type === 'finish' && !state.from && !state.over;
      if (isWhole && ringedZone(context.document, context.selectedId)) {
        return { ...idle, wholeId: context.selectedId };
      }
      const next = nextStretch(state, event, context);
      return next === state ? state : { ...state, ...next };
    },
    isComplete: ({ done }) => done,
    canStepBack: ({ from, wholeId }) => from !== null || wholeId !== null,
    proposal({ stretch, wholeId }, { settings }) {
      if (wholeId) return propose({ zoneId: wholeId }, settings);
      return stretch && propose(stretch, settings);
    },
    ghosts: (state, { document }) => stretchGhosts(state, document, 'old'),
    hint({ from, fixed, wholeId }) {
      const key = fixed || wholeId ? 'ready' : from ? 'second' : 'first';
      return { key: `redraw.${id}.${key}`, params: {} };
    },
    where: ({ over }) => over,
  };
}
