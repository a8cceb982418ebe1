import type { Position } from 'geojson';
import type { Command, CommandResult } from '#shared/edits/command.ts';
import { type BorderOptions, changeBorders } from '#shared/edits/redraw/change-borders.ts';
import { onOutline } from '#shared/edits/redraw/level-choice.ts';
import { type StretchArguments, zoneStretch } from '#shared/edits/redraw/zone-stretch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';
import { placeKey } from '#shared/topology/redraw/border-change.ts';
import { courseAlong, layCourse } from '#shared/topology/redraw/lay-course.ts';

type Ends = Required<Pick<StretchArguments, 'zoneId' | 'from' | 'to'>> &
  Pick<StretchArguments, 'otherWay'>;

/** Lays the border between two vertices of a zone along inner vertices of another course. */
export function layBorder(
  document: DocumentView,
  args: Ends & BorderOptions,
  between: readonly Position[],
  key: string,
): CommandResult {
  const found = zoneStretch(document, args);
  if ('refused' in found) return found;
  const parts = found.lines[0]!;
  const edges = parts.flatMap((part) =>
    part.slice(1).map((at, i): [Position, Position] => [part[i]!, at]),
  );
  const outline = args.allowInvalid ? null : onOutline(document, edges);
  if (outline) return outline;
  const start = parts[0]![0]!;
  const end = parts.at(-1)!.at(-1)!;
  // An inner vertex on an end is that end.
  const ends = new Set([placeKey(start), placeKey(end)]);
  const course = [start, ...between.filter((at) => !ends.has(placeKey(at))), end];
  const change = layCourse(parts, course);
  if (!change) return { refused: 'edit.redraw.refused.junctionsMeet' };
  const changed = changeBorders(document, change, args);
  if ('refused' in changed) return changed;
  const { patch, zones } = changed;
  return {
    patch,
    label: { key, params: { title: found.zoneName } },
    selection: zones.map(({ id }) => id),
  };
}

/**
 * Replaces a stretch of border by the course of another line (a street, a river, a layer) between the
 * places on it nearest to both ends. Borders that end on the stretch end on the line then.
 */
export const traceLine: Command<Ends & BorderOptions & { line: readonly LonLat[] }> = (
  document,
  args,
) => {
  const line: Position[] = [];
  for (const at of args.line) {
    const parsed = position.safeParse(at);
    if (!parsed.success) return { refused: 'edit.refused.offTheMap' };
    line.push(parsed.data);
  }
  if (line.length < 2) return { refused: 'edit.redraw.refused.noLine' };
  const course = courseAlong(line, args.from, args.to);
  return layBorder(document, args, course, 'edit.redraw.trace');
};
