import { type RefObject, useCallback } from 'react';
import type { Bounds, MapHandle } from '#renderer/map/map-view-props.ts';
import { useView } from '#renderer/state/view.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { placeOf } from './place-of.ts';

function unionOf(all: readonly Bounds[]): Bounds {
  const side = (i: 0 | 1 | 2 | 3) => all.map((bounds) => bounds[i]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** Ways of going to something: it becomes what is selected, and the map flies there. */
export function useGoing(document: Document, map: RefObject<MapHandle | null>) {
  const { select, selectSpot, selectIssue, activateFinding } = useView.getState();
  const fly = useCallback(
    (id: string) => {
      const target = placeOf(document, id);
      if (target?.bounds) map.current?.flyToBounds(target.bounds);
      else if (target?.position) map.current?.flyToPosition(target.position, 16);
    },
    [document, map],
  );
  const goToRecord = useCallback(
    (id: string) => {
      select(id);
      // Once the card stands, the map knows how much of it is covered.
      requestAnimationFrame(() => fly(id));
    },
    [select, fly],
  );
  // The map flies to the active finding by itself.
  const goToFinding = useCallback(
    (finding: Finding) => activateFinding(finding.id),
    [activateFinding],
  );
  const goToIssue = useCallback(
    (chunkId: string, index: number) => {
      selectIssue({ chunkId, index });
      const chunk = document.find('issueChunk', chunkId);
      if (!chunk) return;
      map.current?.flyToPosition(
        [fromGrid(chunk.longitude[index] as number), fromGrid(chunk.latitude[index] as number)],
        17,
      );
    },
    [document, map, selectIssue],
  );

  const goToLines = useCallback(
    (lines: readonly (readonly LonLat[])[]) => {
      const [west, south, east, north] = boundsOf(lines.flat() as LonLat[]);
      if (west <= east) map.current?.flyToBounds([west, south, east, north]);
    },
    [map],
  );
  /** Shows several places at once. */
  const showAll = useCallback(
    (ids: readonly string[]) => {
      const bounds = ids.flatMap((id) => {
        const place = placeOf(document, id);
        if (place?.bounds) return [place.bounds];
        return place?.position ? [[...place.position, ...place.position] as Bounds] : [];
      });
      if (bounds.length > 0) map.current?.flyToBounds(unionOf(bounds));
    },
    [document, map],
  );
  const goToSpot = useCallback(
    (position: LonLat) => {
      selectSpot(position);
      requestAnimationFrame(() => map.current?.flyToPosition(position, 16));
    },
    [map, selectSpot],
  );
  /** Asks who answers for the middle of the map, as a click there would. */
  const askAtCentre = useCallback(() => {
    const centre = map.current?.getCamera().centre;
    if (centre) selectSpot(centre);
  }, [map, selectSpot]);

  return {
    goToRecord,
    goToFinding,
    goToIssue,
    goToLines,
    goToSpot,
    askAtCentre,
    showAll,
  };
}
