import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import type { Refusal } from '#shared/edits/redraw/refusal.ts';
import type { EditRequest } from '#shared/jobs/try-edit.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { SnapTarget } from '#shared/topology/redraw/snap.ts';

/** A text by its key, with what fills it in. */
export type Words = EditLabel;

/** The reason of a refusal, as it is said. */
export function wordsOf({ refused, params }: Refusal): Words {
  return { key: refused, params: params ?? {} };
}

/** What the planner allows any tool, beside what its gesture gathers. */
export type Allowances = Required<BorderOptions> & {
  /** Ground may go beyond the receiver's own community or street. */
  beyondLevels: boolean;
};

/** What a gesture has gathered: a command that lacks nothing but what the planner allows. */
export type Proposal = Command<Allowances>;

/** Values that the planner sets for a tool in the bar beside the palette. */
export interface ToolSettings {
  toleranceM: number;
  /** How often corners are cut when a border is smoothed. */
  rounds: number;
  /** Into how many parts a zone is split evenly, and by what. */
  parts: number;
  evenBy: 'area' | 'work';
  /** What the brush paints, and the side of a cell. */
  units: 'baseUnit' | 'community' | 'cell';
  cellM: number;
  /** What a 点 or 条 that is there gets; null leaves it as it is. */
  radiusM: number | null;
  widthM: number | null;
  /** The same for one that is drawn anew, and what form a new 点 has. */
  newRadiusM: number;
  newWidthM: number;
  siteForm: 'circle' | 'polygon';
  /** Who gets what is cut out. */
  cutTo: 'zone' | 'nobody';
}

/** What a tool may look at. Reading only: the document changes by the proposal alone. */
export interface ToolContext {
  document: DocumentView;
  selectedId: string | null;
  settings: ToolSettings;
}

/** Where a gesture is: under the pointer, or where something there draws it to. */
export interface Place {
  /** On the grid; drawn to the snap target where there is one, or as far as what is carried is drawn. */
  position: LonLat;
  /** Exactly under the pointer. */
  exact: LonLat;
  /** How far in degrees things draw the pointer to them. */
  reach: readonly [east: number, north: number];
  snap: SnapTarget | null;
  /** Shift is down. */
  shift: boolean;
  /** Borders of base units are drawn there, so that the pointer may be drawn to them. */
  seesBaseUnits: boolean;
}

/** What the pointer is drawn to. */
export interface Snapping {
  /** Borders but for those that end at these vertices, which move with it. */
  without: readonly LonLat[];
  /**
   * How far from the pointer, in degrees on the grid, the places are that are drawn in its stead: what is
   * dragged by its middle. Left out: the pointer itself.
   */
  carried?: readonly LonLat[];
}

/** What happens to a tool in hand. */
export type ToolEvent =
  | { type: 'hover'; at: Place | null }
  | { type: 'press' | 'drag' | 'release' | 'click'; at: Place }
  /** Enter or a double click. */
  | { type: 'finish' }
  /** Backspace, or Esc where there is a step to take back. */
  | { type: 'back' }
  /** Coordinates, or a length and bearing from the anchor, were typed. */
  | { type: 'typed'; position: LonLat }
  /** Keys go to the next (1) or last (-1) of the things that the tool can take. */
  | { type: 'step'; by: 1 | -1 }
  | { type: 'nudge'; eastM: number; northM: number };

/**
 * A tool, described by a pure state machine. It knows neither map nor screen: it is told events and
 * answers what its state means. Everything is asked after each event, so all must be quick.
 */
export interface ToolSpec<State> {
  id: string;
  group: 'border' | 'ground';
  /** One letter that takes the tool in hand, as the sheet of keys shows it. */
  key: string;
  icon: LucideIcon;
  /** What the tool starts with, and starts anew with after each edit. */
  begin(context: ToolContext): State;
  /** The state after an event; the same one when the event means nothing now. */
  next(state: State, event: ToolEvent, context: ToolContext): State;
  /** Whether the pointer drags something, so that the map must not be dragged; left out: never. */
  isHolding?(state: State): boolean;
  /** Whether the gesture is over: what it proposes is carried out at once. */
  isComplete(state: State): boolean;
  /** Whether `back` would take a step back; else, and left out, Esc puts the tool away. */
  canStepBack?(state: State): boolean;
  /** What would be done now; shown on the map before it counts. */
  proposal?(state: State, context: ToolContext): Proposal | null;
  /**
   * The same for commands that divide ground: they are worked out beside the window, which tells what
   * they would mean. A tool has this or `proposal`.
   */
  request?(state: State, context: ToolContext & { allowances: Allowances }): EditRequest | null;
  ghosts(state: State, context: ToolContext): Ghost[];
  /** What the next click does. */
  hint(state: State, context: ToolContext): Words;
  /** What draws the pointer to it; null, and left out, for nothing. */
  snapping?(state: State): Snapping | null;
  /** Where typed lengths are measured from, and the direction to take without a bearing; null: no typing now. */
  anchor?(state: State): { from: LonLat | null; toward: LonLat | null } | null;
  /** Where what is held or chosen by keys is now. */
  where?(state: State): LonLat | null;
  /** Fields for the tool's settings. */
  Settings?: ComponentType;
  /** What of the planner's allowances means something to the tool; left out: what borders may do. */
  allows?: readonly (keyof Allowances)[];
}

/** A gesture on its way: a tool with its state. */
export interface Gesture {
  /** Answers whether anything changed. */
  tell(event: ToolEvent): boolean;
  /** Takes back the last event: what it led to was refused. */
  untell(): void;
  restart(): void;
  readonly isHolding: boolean;
  readonly isComplete: boolean;
  readonly canStepBack: boolean;
  proposal(): Proposal | null;
  /** Undefined for tools that ask for nothing beside the window. */
  request?(allowances: Allowances): EditRequest | null;
  ghosts(): Ghost[];
  hint(): Words;
  snapping(): Snapping | null;
  anchor(): { from: LonLat | null; toward: LonLat | null } | null;
  where(): LonLat | null;
}

/** A tool as everybody but itself sees it. */
export interface Tool
  extends Pick<ToolSpec<unknown>, 'id' | 'group' | 'key' | 'icon' | 'Settings' | 'allows'> {
  take(context: () => ToolContext): Gesture;
}

/** Hides what kind of state a tool has. */
export function defineTool<State>(spec: ToolSpec<State>): Tool {
  const { id, group, key, icon, Settings, allows } = spec;
  const request = spec.request?.bind(spec);
  return {
    id,
    group,
    key,
    icon,
    ...(Settings && { Settings }),
    ...(allows && { allows }),
    take(context) {
      let state = spec.begin(context());
      let before = state;
      return {
        tell(event) {
          const next = spec.next(state, event, context());
          before = state;
          state = next;
          return before !== next;
        },
        untell() {
          state = before;
        },
        restart() {
          state = spec.begin(context());
          before = state;
        },
        get isHolding() {
          return spec.isHolding?.(state) ?? false;
        },
        get isComplete() {
          return spec.isComplete(state);
        },
        get canStepBack() {
          return spec.canStepBack?.(state) ?? false;
        },
        proposal: () => spec.proposal?.(state, context()) ?? null,
        ...(request && {
          request: (allowances: Allowances) => request(state, { ...context(), allowances }),
        }),
        ghosts: () => spec.ghosts(state, context()),
        hint: () => spec.hint(state, context()),
        snapping: () => spec.snapping?.(state) ?? null,
        anchor: () => spec.anchor?.(state) ?? null,
        where: () => spec.where?.(state) ?? null,
      };
    },
  };
}
