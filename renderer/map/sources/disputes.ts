import type { Feature, Position } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import { SourceFeed } from '#renderer/map/source-feed.ts';
import { areaGround } from '#shared/chain/ground.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { type Border, borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { RecordSource } from './record-source.ts';
import { drawableGround } from './zones.ts';

/** Colours of claimants that have none of their own on the map, as streets. */
const ownColours = [4, 6] as const;
const colourCount = 8;
/** How far beside the line one looks for whose ground it is, in metres. */
const besideM = 1.5;

interface Course {
  geometry: Feature['geometry'];
  middle: Feature['geometry'];
  /** The longest edge, by which the sides are told. */
  edge: [Position, Position];
}

/** Courses by border, so that a band that stays as it is makes no change. */
const known = new WeakMap<Border, Course | null>();

function courseOf(border: Border): Course | null {
  let course = known.get(border);
  if (course === undefined) {
    const geometry = drawableGeometry(border.geometry);
    course = geometry && makeCourse(geometry, borderLines(border));
    known.set(border, course);
  }
  return course;
}

function makeCourse(geometry: Feature['geometry'], lines: readonly Position[][]): Course | null {
  let edge: Course['edge'] | null = null;
  let longest = 0;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [from, to] = [line[i - 1] as Position, line[i] as Position];
      const length = distanceM(from, to);
      if (length > longest) [edge, longest] = [[from, to], length];
    }
  }
  if (!edge) return null;
  const line = lines.toSorted((a, b) => b.length - a.length)[0] as Position[];
  const middle = line[Math.floor(line.length / 2)] as Position;
  return { geometry, middle: { type: 'Point', coordinates: middle }, edge };
}

function groundOf(record: AnyRecord | undefined): Area | null {
  if (record?.kind === 'zone') return drawableGround(record);
  return record?.kind === 'street' || record?.kind === 'community'
    ? (drawableGeometry(record.geometry) as Area | null)
    : null;
}

/** Whether the first party lies to the left of the line. */
function firstIsLeft({ edge: [from, to] }: Course, first: Area | null): boolean {
  if (!first) return true;
  const plane = localMetres(from, false);
  const [x = 0, y = 0] = plane.to(to);
  const length = Math.hypot(x, y);
  const left = plane.from([x / 2 - (y / length) * besideM, y / 2 + (x / length) * besideM]);
  const [column, row] = left.map(toGrid) as [number, number];
  return areaGround(first).locate(column, row) !== 'outside';
}

function featuresOf(
  border: Border,
  document: DocumentView,
  colourOf: (zoneId: string) => number | null,
): [id: string, feature: Omit<Feature, 'type'>][] {
  const course = courseOf(border);
  if (!course) return [];
  const parties = border.partyIds.map((id) => document.get(id));
  const own = border.partyIds.map((id, i) => colourOf(id) ?? (ownColours[i] as number));
  const first = own[0] as number;
  const second = own[1] === first ? (first + colourCount / 2) % colourCount : (own[1] as number);
  const isLeft = firstIsLeft(course, groundOf(parties[0]));
  const [left, right] = isLeft ? [first, second] : [second, first];
  const names = parties.map((party) => (party && 'name' in party ? party.name : '')).join(' ⇄ ');
  return [
    [border.id, { geometry: course.geometry, properties: { part: 'band', left, right } }],
    [`${border.id} names`, { geometry: course.middle, properties: { part: 'names', names } }],
  ];
}

/** Borders in dispute, as bands with the colours and names of both claimants. */
export function disputeSource(colourOf: (zoneId: string) => number | null): RecordSource {
  const feed = new SourceFeed('disputes');
  const disputes = new Map<string, Border>();
  return {
    feed,
    // Names, ground and colours of the claimants are on the band.
    kinds: ['border', 'zone', 'street', 'community'],
    update(changes, document) {
      for (const [id, record] of changes) {
        if (record?.kind === 'border' && record.disputed) disputes.set(id, record);
        else disputes.delete(id);
      }
      feed.replace([...disputes.values()].flatMap((one) => featuresOf(one, document, colourOf)));
    },
  };
}
