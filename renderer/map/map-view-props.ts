import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import type { Locale } from '#shared/model/locale.ts';
import type { LonLat } from '#shared/model/primitives.ts';

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
  selectedId: string | null;
  /** The issue whose card is open, ringed while its dot is shown. */
  selectedIssue?: { chunkId: string; index: number } | null;
  /** False on the wall and in briefings: no gestures, no hover. */
  interactive: boolean;
  /**
   * Height in pixels for which the picture is laid out: names, lines and symbols grow with the window,
   * and a camera shows the same ground on every display. Only for maps that are not interactive.
   */
  referenceHeight?: number;
  /** Space in pixels that panels cover, kept free when flying to something. */
  padding?: { top: number; right: number; bottom: number; left: number };
  onSelect?: (hit: MapHit | null) => void;
  onPointer?: (position: LonLat | null) => void;
  onCamera?: (camera: Camera) => void;
  onHeatScale?: (scale: HeatScale | null) => void;
  /** Kinds of the points whose symbols are in view, sorted; none while points are mere dots. */
  onPointKinds?: (kinds: string[]) => void;
  /** The map has drawn everything it was given for the first time. */
  onReady?: () => void;
}

export type MapHandlers = Pick<
  MapViewProps,
  'onSelect' | 'onPointer' | 'onCamera' | 'onHeatScale' | 'onPointKinds' | 'onReady'
>;
/** What the map shows, apart from the document. */
export type MapState = Omit<MapViewProps, keyof MapHandlers | 'document'>;

/** What a window can ask of its map (a React ref). */
export interface MapHandle {
  /** Flies within 600 ms, or jumps when the system asks for reduced motion. */
  flyToBounds(bounds: Bounds): void;
  flyToPosition(position: LonLat, zoom?: number): void;
  setCamera(camera: Camera, durationMs?: number): void;
  getCamera(): Camera;
  /** Picture of the map as shown. */
  toPng(): Promise<Blob>;
}
