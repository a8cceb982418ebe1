import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { moveVertices } from './move-vertices.ts';

/** Moves one vertex; see {@link moveVertices}. */
export const moveVertex: Command<{ from: LonLat; to: LonLat } & BorderOptions> = (
  document,
  { from, to, ...options },
) => moveVertices(document, { moves: [{ from, to }], ...options });
