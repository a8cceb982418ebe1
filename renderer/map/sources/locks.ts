import type { Feature, Position } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { labelPlace } from '#renderer/map/label-place.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Lock } from '#shared/model/lock.ts';
import type { RecordSource } from './record-source.ts';
import { drawableGround } from './zones.ts';

type Entry = [id: string, feature: Omit<Feature, 'type'>];

/** The whole map, for what is veiled but for some zones. */
const everywhere: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

function signAt(id: string, place: Position | null | undefined): Entry[] {
  if (!place) return [];
  const geometry = { type: 'Point' as const, coordinates: place };
  return [[`${id} sign`, { geometry, properties: { part: 'sign' } }]];
}

function groundOf(document: DocumentView, zoneId: string): Area | null {
  const zone = document.find('zone', zoneId);
  return zone ? drawableGround(zone) : null;
}

/** What a lock looks like: the ground or the line that stays, and a sign; a veil over all but some zones. */
export function lockFeatures(document: DocumentView, { id, what }: Lock): Entry[] {
  if (what.of === 'zone') {
    const ground = groundOf(document, what.zoneId);
    if (!ground) return [];
    return [
      [id, { geometry: ground, properties: { part: 'zone' } }],
      ...signAt(id, labelPlace(ground)),
    ];
  }
  if (what.of === 'border') {
    const geometry = drawableGeometry(what.geometry);
    if (!geometry) return [];
    const [line = []] = borderLines(what);
    return [
      [id, { geometry, properties: { part: 'border' } }],
      ...signAt(id, line[Math.floor(line.length / 2)]),
    ];
  }
  const free = what.zoneIds.flatMap((zoneId) => {
    const ground = groundOf(document, zoneId);
    return ground ? polygonsOf(ground) : [];
  });
  if (free.length === 0) return [];
  // Holes of the free ground are veiled again.
  const holes = free.flatMap(([, ...inner]) => inner.map((ring) => [ring]));
  const coordinates = [
    [everywhere, ...free.flatMap(([outer]) => (outer ? [outer] : []))],
    ...holes,
  ];
  return [[id, { geometry: { type: 'MultiPolygon', coordinates }, properties: { part: 'veil' } }]];
}

/** What is locked, drawn anew whenever a lock, or a zone that one speaks of, changes. */
export function lockSource(): RecordSource {
  const feed = new SourceFeed('locks');
  const concerns = ({ what }: Lock, id: string): boolean =>
    what.of === 'zone' ? what.zoneId === id : what.of === 'outside' && what.zoneIds.includes(id);
  const show = (document: DocumentView) =>
    feed.replace(document.all('lock').flatMap((lock) => lockFeatures(document, lock)));
  return {
    feed,
    kinds: ['lock', 'zone'],
    *fill(_ids, document) {
      show(document);
      yield;
    },
    update(changes, document) {
      const locks = document.all('lock');
      const isConcerned = [...changes].some(
        ([id, record]) =>
          record?.kind === 'lock' ||
          feed.propertyOf(id, 'part') !== undefined ||
          locks.some((lock) => concerns(lock, id)),
      );
      if (isConcerned) show(document);
    },
  };
}
