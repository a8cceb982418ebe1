import type { DocumentView } from '#shared/model/document-view.ts';
import { boundsOf } from './geometry-bounds.ts';
import type { Bounds } from './map-view-props.ts';
import { recordPlace } from './record-place.ts';

/** Bounds of the highest rank that has any ground: where a map begins; null without any place. */
export function homeBounds(document: DocumentView): Bounds | null {
  for (const kind of ['district', 'street', 'community', 'zone', 'point'] as const) {
    const bounds = boundsOf(document.all(kind).map(recordPlace));
    if (bounds) return bounds;
  }
  return null;
}
