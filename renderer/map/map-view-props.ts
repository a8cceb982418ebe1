import type { Polygon } from 'geojson';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import type { Locale } from '#shared/model/locale.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Ghost } from './tools/ghost.ts';
import type { ToolInput } from './tools/tool-input.ts';

export interface Camera {
  centre: LonLat;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** [west, south, east, north] in degrees. */
export type Bounds = [number, number, number, number];

/** What the heat layer shows, for its legend: colours from `stops[0]` up, in issues per hectare and month. */
export interface HeatScale {
  stops: { value: number; colour: string }[];
  radiusM: number;
  /** Issues counted after the filter. */
  count: number;
}

/** One thing under the pointer; an issue is named by its chunk and place in it. */
export type MapHit =
  | { type: 'record'; id: string }
  | { type: 'issue'; chunkId: string; index: number }
  | { type: 'finding'; id: string };

/** Where on the map a menu was asked for. */
export interface MenuPlace {
  hit: MapHit | null;
  position: LonLat;
  /** In pixels of the window. */
  at: [x: number, y: number];
  /** How far in degrees something thin may lie beside it and still be meant. */
  reach: [east: number, north: number];
}

/** Two states of one place that are held against each other; null where one has none. */
export interface Contest {
  mine: AnyRecord | null;
  theirs: AnyRecord | null;
  /** Ground that only one of them has. */
  onlyMine: readonly Polygon[];
  onlyTheirs: readonly Polygon[];
  /** What each is called on the map. */
  names: { mine: string; theirs: string };
  /** Other places about which there is a contest, too. */
  others: readonly AnyRecord[];
}

/** A vertex that may be dragged. */
export interface MapVertex {
  position: LonLat;
  /** What it is, for those who do not see it. */
  label: string;
}

/** Who is told of handles being moved; nothing counts until `drop`. */
export interface VertexDrag {
  /** A handle has been taken hold of, by its place in the list. */
  grab(index: number, by: 'pointer' | 'keys'): void;
  /**
   * It is to go to a position; the answer is where it goes. `reach` is how far in degrees other
   * vertices draw it to them, null when they shall not. Null is answered when it cannot be moved any
   * more, because the document has changed.
   */
  move(position: LonLat, reach: [east: number, north: number] | null): LonLat | null;
  /** It is to go some metres farther. */
  nudge(eastM: number, northM: number): LonLat | null;
  /** Answers whether it stays there, as vertices that are told later will have it; else it goes back. */
  drop(): boolean;
  cancel(): void;
  /** A handle has the keyboard, or none has. */
  focus(index: number | null): void;
}

export interface MapViewProps {
  /** The map reads it and follows its patches by itself, at most once a frame. */
  document: Document;
  theme: 'light' | 'dark';
  locale: Locale;
  layers: LayerOpacities;
  issueFilter: IssueFilter;
  heatRadiusM: number;
  findings: readonly Finding[];
  activeFindingId: string | null;
  /** What an edit that is only tried would do to the ground; drawn over everything else. */
  preview?: readonly GroundMove[] | null;
  /** Two states of a place, drawn over everything else. */
  contest?: Contest | null;
  selectedId: string | null;
  /** The issue whose card is open, ringed while its dot is shown. */
  selectedIssue?: { chunkId: string; index: number } | null;
  /** Lines that are being spoken of, such as a stretch of a border; drawn as selected. */
  course?: readonly (readonly LonLat[])[] | null;
  /** The spot whose chain is asked for, marked with a cross. */
  spot?: LonLat | null;
  /** Places outlined beside the selected one, as all that somebody holds. */
  highlightIds?: readonly string[];
  /** Places that nobody has come to today: hatched, or ringed. */
  uncoveredIds?: readonly string[];
  /** Vertices with handles, shown as far as they are apart; none by default. */
  vertices?: readonly MapVertex[];
  vertexDrag?: VertexDrag;
  /** The tool in hand: it is told of the pointer, and clicks do not select. */
  tool?: ToolInput | null;
  /** False on the wall and in briefings: no gestures, no hover. */
  interactive: boolean;
  /**
   * Height in pixels for which the picture is laid out: names, lines and symbols grow with the window,
   * and a camera shows the same ground on every display. Only for maps that are not interactive.
   */
  referenceHeight?: number;
  /** Space in pixels that panels cover, kept free when flying to something. */
  padding?: { top: number; right: number; bottom: number; left: number };
  /** What was clicked, null where nothing is, and where; `also` with Shift or Ctrl held down. */
  onSelect?: (hit: MapHit | null, position: LonLat, also: boolean) => void;
  /** The secondary button was pressed. */
  onMenu?: (place: MenuPlace) => void;
  onPointer?: (position: LonLat | null) => void;
  onCamera?: (camera: Camera) => void;
  /** The same at each frame of a movement, for maps that move together. */
  onMove?: (camera: Camera) => void;
  onHeatScale?: (scale: HeatScale | null) => void;
  /** Kinds of the points whose symbols are in view, sorted; none while points are mere dots. */
  onPointKinds?: (kinds: string[]) => void;
  /** Whether the handles of the vertices can be seen, or lie too close. */
  onHandles?: (shown: boolean) => void;
  /** The map has drawn everything it was given for the first time. */
  onReady?: () => void;
}

export type MapHandlers = Pick<
  MapViewProps,
  | 'onSelect'
  | 'onMenu'
  | 'onPointer'
  | 'onCamera'
  | 'onMove'
  | 'onHeatScale'
  | 'onPointKinds'
  | 'onHandles'
  | 'onReady'
>;
/** What the map shows, apart from the document. */
export type MapState = Omit<MapViewProps, keyof MapHandlers | 'document'>;

/** What a window can ask of its map (a React ref). */
export interface MapHandle {
  /** Flies within 600 ms, or jumps when the system asks for reduced motion. */
  flyToBounds(bounds: Bounds): void;
  flyToPosition(position: LonLat, zoom?: number): void;
  /** Flies to what is in view as a whole but partly under a panel; leaves everything else where it is. */
  clearPanels(bounds: Bounds): void;
  setCamera(camera: Camera, durationMs?: number): void;
  getCamera(): Camera;
  /**
   * Shows zones as given instead of as they are in the document, until they change there, and
   * those of `hidden` (ids) not at all.
   */
  previewZones(zones: readonly Zone[], hidden?: readonly string[]): void;
  /** What a tool shows over everything else; in red when it is `invalid`. */
  showGhost(ghosts: readonly Ghost[], invalid: boolean): void;
  /** Gives the keyboard to the map. */
  focus(): void;
  /** Picture of the map as shown. */
  toPng(): Promise<Blob>;
}
