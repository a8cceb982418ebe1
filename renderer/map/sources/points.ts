import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { PointSymbols } from '#renderer/map/point-symbols.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import type { Point } from '#shared/model/point.ts';
import type { PointKind } from '#shared/model/scheme.ts';
import type { RecordSource } from './record-source.ts';

/** Points with the shape of their kind's group and the letter of their kind. */
export function pointSource(): RecordSource {
  const feed = new SourceFeed('points');
  let kinds: readonly PointKind[] | null = null;
  let symbols = new PointSymbols([]);
  const put = (point: Point) => {
    const geometry = drawableGeometry({ type: 'Point', coordinates: point.position });
    const { shape, letter } = symbols.of(point.pointKind);
    feed.set(
      point.id,
      geometry && {
        geometry,
        properties: { name: point.name, kind: point.pointKind, shape, letter },
      },
    );
  };
  return {
    feed,
    // The project holds the list of kinds.
    kinds: ['point', 'project'],
    update(changes, document) {
      const listed = document.all('project')[0]?.schemes.pointKinds ?? [];
      if (listed !== kinds) {
        kinds = listed;
        symbols = new PointSymbols(listed);
        for (const point of document.all('point')) put(point);
      }
      for (const [id, record] of changes) {
        if (record?.kind === 'point') put(record);
        else feed.set(id, null);
      }
    },
  };
}
