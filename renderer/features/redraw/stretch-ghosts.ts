import type { Ghost } from '#renderer/map/tools/ghost.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { lineGhost, pointGhost } from './line-ghost.ts';
import { courseOf, type StretchGesture } from './stretch-gesture.ts';

/** The ends chosen so far, and the border between them. */
export function stretchGhosts(
  { over, from, stretch }: StretchGesture,
  document: DocumentView,
  part: Ghost['part'],
): Ghost[] {
  return [
    ...(stretch ? [lineGhost(part, courseOf(document, stretch))] : []),
    ...(from ? [pointGhost('held', from)] : []),
    ...(over ? [pointGhost(from ? 'point' : 'held', over)] : []),
  ];
}
