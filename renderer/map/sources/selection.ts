import type { Feature } from 'geojson';
import type { MapState } from '#renderer/map/map-view-props.ts';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * What is selected, as outlined or ringed: a record's place, an issue's, and a course, if they are
 * there; the spot asked about, and the places to be seen with it.
 * Records in `previews` stand for those of the document.
 */
export function selectionFeatures(
  document: DocumentView,
  state: Pick<MapState, 'selectedId' | 'selectedIssue' | 'spot' | 'highlightIds' | 'course'>,
  previews: ReadonlyMap<string, AnyRecord> = new Map(),
): [id: string, feature: Omit<Feature, 'type'>][] {
  const { selectedId, selectedIssue, spot, highlightIds, course } = state;
  const features: [string, Omit<Feature, 'type'>][] = [];
  for (const id of highlightIds ?? []) {
    const geometry = id === selectedId ? null : recordPlace(previews.get(id) ?? document.get(id));
    if (geometry) features.push([`beside-${id}`, { geometry, properties: {} }]);
  }
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
  if (spot) {
    const geometry = { type: 'Point' as const, coordinates: [...spot] };
    features.push(['spot', { geometry, properties: { spot: true } }]);
  }
  return features;
}
