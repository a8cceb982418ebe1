import { issueExtent } from '#shared/analysis/issue-extent.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { boundsOf } from './geometry-bounds.ts';
import type { Bounds } from './map-view-props.ts';
import { recordPlace } from './record-place.ts';

/**
 * Kinds with ground or a place of their own, the highest rank first; base units only help to draw it, and issues lie
 * on it.
 */
const ranks = [
  'district',
  'street',
  'community',
  'zone',
  'point',
  'baseUnit',
  'issueChunk',
] as const;

export type HomeKind = (typeof ranks)[number];

/** The highest rank that a map can show something of; null while it has nothing to show. */
export function homeKind(document: DocumentView): HomeKind | null {
  return ranks.find((kind) => document.all(kind).length > 0) ?? null;
}

/** Bounds of the highest rank that has any ground: where a map begins; null without any place. */
export function homeBounds(document: DocumentView): Bounds | null {
  for (const kind of ranks) {
    const bounds =
      kind === 'issueChunk'
        ? issueExtent(document.all(kind))
        : boundsOf(document.all(kind).map(recordPlace));
    if (bounds) return bounds;
  }
  return null;
}
