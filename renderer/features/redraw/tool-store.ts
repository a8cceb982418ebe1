import { createFollowed } from '#renderer/state/rendering.ts';
import type { Allowances, Proposal, ToolSettings, Words } from './tool.ts';

/** A border settled by others is in the way of a change: what is to become of it is asked. */
export interface LevelQuestion {
  proposal: Proposal;
  reason: Words;
}

interface ToolState {
  /** Id of the tool in hand; null: the plain pointer. */
  activeId: string | null;
  /** Id of one that a handle has lent the hand for a single gesture. */
  borrowedId: string | null;
  /** What the next click does. */
  hint: Words | null;
  /** Why what is shown cannot be dropped. */
  refusal: Words | null;
  /** Whether coordinates or a length may be typed now. */
  mayType: boolean;
  question: LevelQuestion | null;
  allowances: Allowances;
  settings: ToolSettings;
}

/** The tool in hand and what the planner has set for all of them; nothing of it is an edit. */
export const useTools = createFollowed<ToolState>({
  activeId: null,
  borrowedId: null,
  hint: null,
  refusal: null,
  mayType: false,
  question: null,
  allowances: { levels: 'refuse', allowInvalid: false, beyondLevels: false },
  settings: {
    toleranceM: 2,
    rounds: 1,
    parts: 2,
    evenBy: 'area',
    units: 'community',
    cellM: 100,
    radiusM: null,
    widthM: null,
    newRadiusM: 50,
    newWidthM: 20,
    siteForm: 'circle',
    cutTo: 'zone',
  },
});

/** Takes a tool in hand; the one that is there already is put away, as with null. */
export function takeTool(id: string | null): void {
  useTools.setState(({ activeId }) => ({ activeId: activeId === id ? null : id, question: null }));
}

export function allow(allowances: Partial<Allowances>): void {
  useTools.setState((state) => ({ allowances: { ...state.allowances, ...allowances } }));
}

export function setToolSettings(settings: Partial<ToolSettings>): void {
  useTools.setState((state) => ({ settings: { ...state.settings, ...settings } }));
}
