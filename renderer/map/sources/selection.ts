import type { Feature } from 'geojson';
import type { MapState } from '#renderer/map/map-view-props.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * What is selected, as outlined or ringed: a record's place, and an issue's, if they are there.
 * Records in `previews` stand for those of the document.
 */
export function selectionFeatures(
  document: DocumentView,
  { selectedId, selectedIssue }: Pick<MapState, 'selectedId' | 'selectedIssue'>,
  previews: ReadonlyMap<string, AnyRecord> = new Map(),
): [id: string, feature: Omit<Feature, 'type'>][] {
  const features: [string, Omit<Feature, 'type'>][] = [];
  const record = selectedId ? (previews.get(selectedId) ?? document.get(selectedId)) : undefined;
  const geometry = recordPlace(record);
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
