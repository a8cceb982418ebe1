import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { layBorder } from './trace-line.ts';

/**
 * Makes a stretch of border straight between two vertices of a zone. Junctions inside move onto the
 * straight line and take the borders that end there along.
 */
export const straightenBorder: Command<
  { zoneId: string; from: LonLat; to: LonLat; otherWay?: boolean } & BorderOptions
> = (document, args) => layBorder(document, args, [], 'edit.redraw.straighten');
