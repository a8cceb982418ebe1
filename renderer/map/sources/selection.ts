import type { Feature } from 'geojson';
import type { MapState } from '#renderer/map/map-view-props.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** What is selected, as outlined or ringed: a record's place, and an issue's, if they are there. */
export function selectionFeatures(
  document: DocumentView,
  { selectedId, selectedIssue }: Pick<MapState, 'selectedId' | 'selectedIssue'>,
): [id: string, feature: Omit<Feature, 'type'>][] {
  const features: [string, Omit<Feature, 'type'>][] = [];
  const geometry = selectedId ? recordPlace(document.get(selectedId)) : null;
  if (geometry) features.push(['record', { geometry, properties: {} }]);
  const chunk = selectedIssue && document.find('issueChunk', selectedIssue.chunkId);
  if (chunk && selectedIssue && selectedIssue.index < chunk.count) {
    const coordinates = [
      fromGrid(chunk.longitude[selectedIssue.index] as number),
      fromGrid(chunk.latitude[selectedIssue.index] as number),
    ];
    features.push(['issue', { geometry: { type: 'Point', coordinates }, properties: {} }]);
  }
  return features;
}
