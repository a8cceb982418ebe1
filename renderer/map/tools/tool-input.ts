import type { LonLat } from '#shared/model/primitives.ts';

/** Where the pointer is while a tool is in hand. */
export interface ToolPointer {
  /** Exactly under the pointer, not on the grid. */
  position: LonLat;
  /** How far in degrees things draw the pointer to them. */
  reach: [east: number, north: number];
  /** Alt is down: nothing draws the pointer to it. */
  alt: boolean;
  shift: boolean;
}

/** A tool in hand: the map tells it of the pointer instead of selecting. Moves come at most once a frame. */
export interface ToolInput {
  /** The pointer is over the map, or (null) has left it. */
  hover(at: ToolPointer | null): void;
  /** Pressed. When it answers true what follows is a drag of the tool, else the map may be dragged. */
  press(at: ToolPointer): boolean;
  drag(at: ToolPointer): void;
  release(at: ToolPointer): void;
  /** The pointer was lost in the middle of a drag. */
  cancel(): void;
  click(at: ToolPointer): void;
  /** Double click, after both clicks. */
  finish(): void;
}
