import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import { useView } from '#renderer/state/view.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { placeOf } from './place-of.ts';

/** Ways of going to something: it becomes what is selected, and the map flies there. */
export function useGoing(document: Document, map: RefObject<MapHandle | null>) {
  const { select, selectIssue, activateFinding } = useView();
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

  // The first outline of a project comes by import: show it.
  const districtId = document.all('district')[0]?.id;
  const shown = useRef({ document, districtId });
  useEffect(() => {
    const before = shown.current;
    shown.current = { document, districtId };
    if (before.document === document && !before.districtId && districtId) fly(districtId);
  }, [document, districtId, fly]);

  return { goToRecord, goToFinding, goToIssue, goToLines };
}
