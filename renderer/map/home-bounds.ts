import type { DocumentView } from '#shared/model/document-view.ts';
import { boundsOf } from './geometry-bounds.ts';
import type { Bounds } from './map-view-props.ts';
import { recordPlace } from './record-place.ts';

/** Kinds with ground or a place of their own, the highest rank first; base units only help to draw it. */
const ranks = ['district', 'street', 'community', 'zone', 'point', 'baseUnit'] as const;

/** Whether a map has nothing to show yet. */
export function isEmptyMap(document: DocumentView): boolean {
  return ranks.every((kind) => document.all(kind).length === 0);
}

/** Bounds of the highest rank that has any ground: where a map begins; null without any place. */
export function homeBounds(document: DocumentView): Bounds | null {
  for (const kind of ranks) {
    const bounds = boundsOf(document.all(kind).map(recordPlace));
    if (bounds) return bounds;
  }
  return null;
}
