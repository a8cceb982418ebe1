import type { DocumentView } from '#shared/model/document-view.ts';
import { type Border, type BorderLevel, borderLevels, borderLines } from '#shared/model/border.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { borderFit } from '#shared/topology/border-fit.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import type { CommandResult } from './command.ts';

type Refusal = Extract<CommandResult, { refused: string }>;

interface Course {
  /** Null for a border that is not in the register yet. */
  id: string | null;
  partyIds: Border['partyIds'];
  disputed: boolean;
  lines: readonly (readonly LonLat[])[];
}

/** Level of two areas; null when they are none, not of one level, or one and the same. */
function levelOf(document: DocumentView, [a, b]: Border['partyIds']): BorderLevel | null {
  if (a === b) return null;
  const of = (id: string) => borderLevels.find((level) => document.find(level, id));
  return of(a) === of(b) ? (of(a) ?? null) : null;
}

/**
 * Why a line cannot be registered as the border of two areas; null when it can. It must run along the
 * border that both have on the grid (in a dispute along that of either), and no other entry of the two
 * may have any of it.
 */
export function refusedCourse(document: DocumentView, course: Course): Refusal | null {
  const { partyIds, lines, disputed } = course;
  const level = levelOf(document, partyIds);
  if (!level) return { refused: 'edit.refused.borderParties' };
  const shared = new SharedBorders();
  const names = partyIds.map((id) => {
    const record = document.find(level, id);
    const geometry = record?.geometry;
    if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
      shared.set(id, geometry as Area);
    }
    return record?.name ?? '';
  });
  const params = { first: names[0] ?? '', second: names[1] ?? '' };
  if (borderFit(shared, { partyIds, disputed, lines }) !== 'fits') {
    return { refused: 'edit.refused.borderCourse', params };
  }
  const edges = new Set<number | null>();
  for (const other of document.all('border')) {
    if (other.id === course.id || !partyIds.every((id) => other.partyIds.includes(id))) continue;
    for (const key of edgesOf(shared, borderLines(other))) edges.add(key);
  }
  edges.delete(null);
  return edgesOf(shared, lines).some((key) => edges.has(key))
    ? { refused: 'edit.refused.borderTwice', params }
    : null;
}

function edgesOf(shared: SharedBorders, lines: Course['lines']): (number | null)[] {
  return lines.flatMap((line) => line.slice(1).map((to, i) => shared.knownEdge(line[i] ?? [], to)));
}

/** Lines as the geometry of a border. */
export function courseGeometry(lines: readonly (readonly LonLat[])[]): Border['geometry'] {
  const copies = lines.map((line) => [...line]);
  const [only] = copies;
  return only && copies.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: copies };
}
