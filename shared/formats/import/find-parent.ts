import type { Geometry, Position } from 'geojson';
import type { Area } from '#shared/model/geometry.ts';
import type { RecordOf } from '#shared/model/record.ts';
import { type Box, boxOf, contains, largestOverlap } from './area-overlap.ts';
import type { ImportDraft } from './import-draft.ts';

type ParentKind = 'street' | 'community';
type Candidate = { box: Box; area: Area; value: string };

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flat();
  return [];
}

/** Candidate that holds most of some positions. */
function mostContaining(positions: readonly Position[], candidates: readonly Candidate[]) {
  let best: { id: string | null; count: number } = { id: null, count: 0 };
  for (const { area, value } of candidates) {
    const count = positions.filter((position) => contains(area, position)).length;
    if (count > best.count) best = { id: value, count };
  }
  return best.id;
}

/**
 * Finds the community or street that a place belongs to: by what the row says, else by the ground.
 * Candidates are read once per instance.
 */
export class ParentFinder {
  private readonly draft: ImportDraft;
  private readonly kinds: readonly ParentKind[];
  private readonly candidates = new Map<ParentKind, Candidate[]>();

  /** `kinds`: levels to try, nearest first. */
  constructor(draft: ImportDraft, kinds: readonly ParentKind[]) {
    this.draft = draft;
    this.kinds = kinds;
  }

  /** The one parent whose id, code or name is `text`; null when there is none or more than one. */
  byName(text: string): string | null {
    for (const kind of this.kinds) {
      const [first, ...others] = this.draft.lookup(kind, text);
      if (first && others.length === 0) return first.id;
    }
    return null;
  }

  /** Parent that shares most ground with a geometry; of a line or site, that holds most of it. */
  byGround(geometry: Geometry): string | null {
    for (const kind of this.kinds) {
      const candidates = this.candidatesOf(kind);
      const id =
        geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
          ? largestOverlap(geometry as Area, candidates)
          : mostContaining(positionsOf(geometry), candidates);
      if (id !== null) return id;
    }
    return null;
  }

  private candidatesOf(kind: ParentKind): Candidate[] {
    let candidates = this.candidates.get(kind);
    if (!candidates) {
      candidates = this.draft.all(kind).map((record: RecordOf<ParentKind>) => ({
        box: boxOf(record.geometry),
        area: record.geometry,
        value: record.id,
      }));
      this.candidates.set(kind, candidates);
    }
    return candidates;
  }
}
