import type { Geometry, Position } from 'geojson';
import { boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Project } from './preview-canvas.ts';

/** Lines, rings and dots to draw, all in degrees. */
export interface PreviewShapes {
  rings: Position[][];
  lines: Position[][];
  dots: Position[];
}

/** Dots that the picture shows; of more, every n-th stands for its neighbours. */
const dotLimit = 20_000;

function addGeometry(shapes: PreviewShapes, geometry: Geometry): void {
  switch (geometry.type) {
    case 'Polygon':
      shapes.rings.push(...geometry.coordinates);
      break;
    case 'MultiPolygon':
      shapes.rings.push(...geometry.coordinates.flat());
      break;
    case 'LineString':
      shapes.lines.push(geometry.coordinates);
      break;
    case 'MultiLineString':
      shapes.lines.push(...geometry.coordinates);
      break;
    case 'Point':
      shapes.dots.push(geometry.coordinates);
      break;
  }
}

/** What there is to see of some records. */
export function previewShapes(records: readonly AnyRecord[]): PreviewShapes {
  const shapes: PreviewShapes = { rings: [], lines: [], dots: [] };
  const issueCount = records.reduce(
    (sum, record) => sum + (record.kind === 'issueChunk' ? record.count : 0),
    0,
  );
  const step = Math.max(1, Math.ceil(issueCount / dotLimit));
  for (const record of records) {
    if ('geometry' in record) addGeometry(shapes, record.geometry);
    else if (record.kind === 'point') shapes.dots.push(record.position);
    else if (record.kind === 'team') shapes.dots.push(record.base);
    else if (record.kind === 'issueChunk') {
      for (let index = 0; index < record.count; index += step) {
        shapes.dots.push([
          fromGrid(record.longitude[index] as number),
          fromGrid(record.latitude[index] as number),
        ]);
      }
    }
  }
  return shapes;
}

/** All positions of some shapes. */
export function positionsOf({ rings, lines, dots }: PreviewShapes): Position[] {
  return [...rings, ...lines, dots].flat();
}

/**
 * Positions that the picture must hold: the outline alone when most of what is planned lies around
 * it, so that a stray point far away does not shrink the district to a dot; else everything.
 */
export function shownPositions(planned: PreviewShapes, outline: PreviewShapes): Position[] {
  const [frame, positions] = [positionsOf(outline), positionsOf(planned)];
  const [west, south, east, north] = boundsOf(frame);
  const inside = positions.filter(
    ([x = 0, y = 0]) => x >= west && x <= east && y >= south && y <= north,
  );
  return frame.length > 0 && inside.length > positions.length / 2
    ? [...frame, ...inside]
    : [...frame, ...positions];
}

/**
 * A function from positions to pixels that fits them into a picture with a margin, north up and with
 * degrees of longitude shortened by the latitude; metres, whose directions are alike, stay as they
 * are. Null when there is nothing to fit.
 */
export function fitInto(
  positions: readonly Position[],
  width: number,
  height: number,
  margin = 12,
  isDegrees = true,
): Project | null {
  const [west, south, east, north] = boundsOf(positions);
  if (west === Infinity) return null;
  const shorten = isDegrees ? Math.max(0.01, Math.cos(((south + north) / 2) * (Math.PI / 180))) : 1;
  // A single spot on the ground gets a kilometre or so around it.
  const least = isDegrees ? 0.01 : 1e-9;
  const spanX = Math.max((east - west) * shorten, least);
  const spanY = Math.max(north - south, least);
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY);
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return ([x = 0, y = 0]) => [
    width / 2 + (x - middleX) * shorten * scale,
    height / 2 - (y - middleY) * scale,
  ];
}
