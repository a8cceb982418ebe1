import type { Feature } from 'geojson';
import type { MapState } from '#renderer/map/map-view-props.ts';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * What is selected, as outlined or ringed: a record's place, an issue's, and a course, if they are there.
 * Records in `previews` stand for those of the document.
 */
export function selectionFeatures(
  document: DocumentView,
  { selectedId, selectedIssue, course }: Pick<MapState, 'selectedId' | 'selectedIssue' | 'course'>,
  previews: ReadonlyMap<string, AnyRecord> = new Map(),
): [id: string, feature: Omit<Feature, 'type'>][] {
  const features: [string, Omit<Feature, 'type'>][] = [];
  const record = selectedId ? (previews.get(selectedId) ?? document.get(selectedId)) : undefined;
  const geometry = recordPlace(record);
  if (geometry) {
    const part = record?.kind === 'border' ? 'course' : 'record';
    features.push(['record', { geometry, properties: { part } }]);
  }
  if (course && course.length > 0) {
    const lines = drawableGeometry({
      type: 'MultiLineString',
      coordinates: course.map((line) => [...line]),
    });
    if (lines) features.push(['course', { geometry: lines, properties: { part: 'course' } }]);
  }
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
